package io.fairpatch.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history of plans: each stays as it was made, with what it was made from.
 *
 * @param scenario what it was made for, in words; empty for the usual plan
 * @param gap share of the cost by which it is at most above the best possible; null when unknown
 * @param compared whether it was only made to be compared
 */
public record PlanSummary(
        long id,
        String scenario,
        long seed,
        String madeBy,
        Instant madeAt,
        boolean feasible,
        int moves,
        double costCents,
        @Nullable Double gap,
        boolean compared) {}
