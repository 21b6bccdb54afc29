package io.fairpatch.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A deal as copied from the org; money in whole cents of the org's currency. */
public record Opportunity(
        SalesforceId id,
        @Nullable SalesforceId accountId,
        @Nullable SalesforceId ownerId,
        String stage,
        @Nullable Long amountCents,
        LocalDate closeDate,
        @Nullable LocalDate createdDate,
        boolean closed,
        boolean won) {}
