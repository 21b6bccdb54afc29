package io.fairpatch.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account as copied from the org, after mapping. A null component means the org has no value or no such field; it
 * is never a default. Money is in whole cents of the org's currency.
 *
 * @param ownerId the CRM owner, whoever that is
 * @param parentId the parent account, for families
 * @param companyRevenueCents the company's own yearly revenue
 * @param currentRevenueCents what the company spends with us a year, where a field is mapped
 * @param expansionCents how much more it could spend a year, where a field is mapped
 * @param intent third-party intent, 0 to 100
 * @param headcountGrowth yearly growth of its staff as a share: 0.25 is +25 %
 * @param namedAccount pinned to its rep by the business
 * @param language ISO 639 code a rep must speak, null when any will do
 * @param compliance classes a rep must be cleared for, empty when none
 * @param contacts number of contacts known
 * @param territory what the org's territory fields hold now
 */
public record Account(
        SalesforceId id,
        String name,
        @Nullable SalesforceId ownerId,
        @Nullable SalesforceId parentId,
        @Nullable String type,
        @Nullable String industry,
        @Nullable Integer employees,
        @Nullable Long companyRevenueCents,
        @Nullable Long currentRevenueCents,
        @Nullable Long expansionCents,
        @Nullable String country,
        @Nullable String state,
        @Nullable String city,
        @Nullable String postalCode,
        @Nullable GeoPoint place,
        @Nullable Double intent,
        @Nullable Double headcountGrowth,
        boolean namedAccount,
        boolean strategic,
        @Nullable String churnRisk,
        @Nullable String language,
        Set<String> compliance,
        @Nullable String website,
        int contacts,
        @Nullable LocalDate lastActivity,
        TerritoryFields territory,
        Instant systemModstamp) {
    /** The same account, to stay with its rep as a named account does. */
    public Account pinned() {
        return new Account(
                id,
                name,
                ownerId,
                parentId,
                type,
                industry,
                employees,
                companyRevenueCents,
                currentRevenueCents,
                expansionCents,
                country,
                state,
                city,
                postalCode,
                place,
                intent,
                headcountGrowth,
                true,
                strategic,
                churnRisk,
                language,
                compliance,
                website,
                contacts,
                lastActivity,
                territory,
                systemModstamp);
    }
}
