package io.fairpatch.plan.engine;

import io.fairpatch.plan.kernel.Kernel;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.problem.TerritoryProblem;

/**
 * How long an engine may work. Steps are the measure; seconds only guard against slow machines.
 *
 * @param steps of the search for plans
 * @param seconds after which no further step begins
 */
public record Effort(long steps, double seconds, long seed, int threads) {
    private static final int PRICING_STEPS = 120;

    /** Steps that a plan takes where nobody says how many: about as much work whatever the search does in a step. */
    public static long usualSteps(TerritoryProblem problem) {
        int units = problem.units().size();
        long steps = units <= 100 ? 120 : units <= 500 ? 200 : 260;
        return Kernel.roams(units, problem.seats().size()) ? steps / 3 : steps;
    }

    Budget pricing() {
        return new Budget(seconds, Math.min(steps, PRICING_STEPS), seed, threads);
    }

    Budget search() {
        return new Budget(seconds, steps, seed, threads);
    }
}
