package io.fairpatch.plan;

import io.fairpatch.model.SalesforceId;

/**
 * One rep's accounts before and after.
 *
 * @param territory the territory's name
 * @param capacity share of a full rep, as used for the target
 * @param targetCents the rep's target of potential; 0 for a rep without target
 */
public record Book(
        SalesforceId rep,
        String territory,
        double capacity,
        long targetCents,
        Load before,
        Load after,
        String narrative) {
    /** What a book weighs. */
    public record Load(
            int accounts, long potentialCents, double workloadHours, int tier1, int tier2, int tier3, int customers) {}
}
