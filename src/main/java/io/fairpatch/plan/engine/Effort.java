package io.fairpatch.plan.engine;

import io.fairpatch.plan.kernel.model.Budget;

/**
 * How long an engine may work. Steps are the measure; seconds only guard against slow machines.
 *
 * @param steps of the search for plans
 * @param seconds after which no further step begins
 */
public record Effort(long steps, double seconds, long seed, int threads) {
    private static final int PRICING_STEPS = 120;

    Budget pricing() {
        return new Budget(seconds, Math.min(steps, PRICING_STEPS), seed, threads);
    }

    Budget search() {
        return new Budget(seconds, steps, seed, threads);
    }
}
