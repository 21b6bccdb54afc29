package io.fairpatch.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The seven fields we write, as the org holds them; all null on an account we never wrote. */
public record TerritoryFields(
        @Nullable String territory,
        @Nullable SalesforceId rep,
        @Nullable LocalDate assignedDate,
        @Nullable Double score,
        @Nullable String tier,
        @Nullable String reason,
        @Nullable String commit) {
    public static final TerritoryFields EMPTY = new TerritoryFields(null, null, null, null, null, null, null);
}
