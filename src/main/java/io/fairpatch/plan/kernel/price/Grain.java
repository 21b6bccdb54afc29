package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;

/**
 * The costs a plan can have lie on the grid {@code base + m x grain}: base takes every unit's first option, the grain is
 * the greatest common divisor of all cost differences inside a unit. Costs in whole dollars give whole-dollar bounds.
 *
 * @param grain 0 when every plan costs the same
 */
public record Grain(long base, long grain) {
    private static final long BEYOND = 1L << 62;

    /** The grid of a problem, in one pass over the options. */
    public static Grain of(AssignmentProblem problem) {
        long base = 0;
        long grain = 0;
        for (int u = 0; u < problem.units(); u++) {
            long reference = problem.cost(problem.first(u));
            base += reference;
            for (int e = problem.first(u) + 1; grain != 1 && e < problem.first(u + 1); e++) {
                grain = greatestCommonDivisor(grain, Math.abs(problem.cost(e) - reference));
            }
        }
        return new Grain(base, grain);
    }

    /** The least cost on the grid that is at least {@code lower}. */
    public long nextCost(long lower) {
        if (grain == 0) {
            return Math.max(lower, base);
        }
        if (lower >= BEYOND || lower <= -BEYOND) {
            return lower;
        }
        long above = Math.floorMod(Math.subtractExact(lower, base), grain);
        return above == 0 ? lower : Math.addExact(lower, grain - above);
    }

    private static long greatestCommonDivisor(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
