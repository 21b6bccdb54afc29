package io.fairpatch.plan.scenario;

import io.fairpatch.plan.Balance;

/**
 * How even books are, measure by measure, over reps with a target, each measure as a share of its fair part; and how they
 * lie on the map.
 *
 * @param score 0 to 100: 60 parts evenness of potential, 40 of work, each 1 less its coefficient of variation
 * @param travelKm kilometres on the road a year, all visits there and back
 * @param booksOutside books outside their band of potential
 * @param compactness share of neighbouring places that one rep has both of, 0 to 1, approximate
 */
public record Fairness(
        Balance potential,
        Balance work,
        Balance tier1,
        Balance customers,
        double score,
        long travelKm,
        int booksOutside,
        double compactness) {}
