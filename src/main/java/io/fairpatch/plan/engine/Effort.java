package io.fairpatch.plan.engine;

import io.fairpatch.plan.kernel.Kernel;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.problem.TerritoryProblem;

/**
 * How long an engine may work. Steps are the measure; the deadline only guards against slow machines.
 *
 * @param steps of the search for plans
 * @param deadline after which no further step begins
 */
public record Effort(long steps, Deadline deadline, long seed, int threads) {
    private static final int PRICING_STEPS = 120;
    /** Up to so many units annealing does most of the work, and above so many the search does it alone. */
    private static final int FEW = 2_500;

    private static final int MANY = 50_000;

    /** Steps that a plan takes where nobody says how many: about as much work whatever the search does in a step. */
    public static long usualSteps(TerritoryProblem problem) {
        int units = problem.units().size();
        long steps = units <= 500 ? 120 : units <= FEW ? 150 : units <= MANY ? 260 : 600;
        return Kernel.roams(units, problem.seats().size()) ? steps / 3 : steps;
    }

    /** As much time, and fewer steps where these are fewer. */
    public Effort atMost(long fewer) {
        return new Effort(Math.min(fewer, steps), deadline, seed, threads);
    }

    private double seconds() {
        return Math.max(0, deadline.left());
    }

    Budget pricing() {
        return new Budget(seconds(), Math.min(steps, PRICING_STEPS), seed, threads);
    }

    Budget search() {
        return new Budget(seconds(), steps, seed, threads);
    }
}
