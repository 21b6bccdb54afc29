package io.fairpatch.review;

import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account in scope of a proposal as it was planned on.
 *
 * @param rep who has it now, null when nobody
 * @param target who has it in the proposal's current version
 * @param revenueCents what it spends with us a year, null when unknown
 * @param tier 1, 2 or 3
 * @param named pinned to its rep by the business
 * @param base every guarded and written field as the snapshot has it
 */
public record AccountFact(
        SalesforceId account,
        String name,
        @Nullable SalesforceId rep,
        @Nullable SalesforceId target,
        @Nullable Long revenueCents,
        long potentialCents,
        double score,
        String tier,
        boolean customer,
        boolean named,
        @Nullable String language,
        Set<String> compliance,
        @Nullable GeoPoint place,
        int contacts,
        OpenDeals openDeals,
        @Nullable LocalDate lastActivity,
        @Nullable SalesforceId parent,
        FieldValues base) {
    public AccountFact {
        compliance = Set.copyOf(compliance);
    }
}
