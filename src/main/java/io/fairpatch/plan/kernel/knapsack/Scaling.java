package io.fairpatch.plan.kernel.knapsack;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.price.Grain;
import java.util.Arrays;

/**
 * A problem as {@link Sacks} and back: costs above each unit's least in ticks of some millionths, loads in steps of what all
 * have in common. A tick is a whole part of the grain of costs where sums then fit into 31 bits; else costs are rounded down
 * to ticks, so that a bound in ticks holds for the problem in any case.
 */
final class Scaling {
    private static final int FINEST = 1_000;
    /** Prices of units reach so many times the dearest pair. */
    private static final double REACH = 4;

    private final AssignmentProblem problem;
    private final int[][] option;
    private final Grain grain;
    private final long[] least;
    private final long base;
    private final long tick;
    private final Sacks sacks;

    /** @param suits a problem that suits */
    Scaling(Reduced reduced, Suits suits) {
        this.problem = reduced.problem();
        this.option = suits.option();
        this.least = least(1);
        long[] most = least(-1);
        long range = 1;
        for (int u = 0; u < least.length; u++) {
            range = Math.max(range, -most[u] - least[u]);
        }
        this.grain = Grain.of(problem);
        this.base = Arrays.stream(least).sum();
        this.tick = tick(grain.grain(), (long) Math.ceil((1 + range * REACH * least.length) / Integer.MAX_VALUE));
        int dearest = (int) (range / tick);
        this.sacks = new Sacks(costs(), suits.loads(), suits.rooms(), (int) Math.max(1, grain.grain() / tick), dearest);
    }

    /** Each unit's least cost times a sign. */
    private long[] least(int sign) {
        long[] its = new long[problem.units()];
        for (int u = 0; u < its.length; u++) {
            its[u] = Long.MAX_VALUE;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                its[u] = Math.min(its[u], sign * problem.cost(e));
            }
        }
        return its;
    }

    /** The finest whole part of the grain that is coarse enough, else what is coarse enough. */
    private static long tick(long grain, long coarse) {
        for (long parts = FINEST; parts > 0; parts--) {
            if (grain % parts == 0 && grain / parts >= coarse) {
                return grain / parts;
            }
        }
        return coarse;
    }

    private int[][] costs() {
        int[][] cost = new int[option.length][least.length];
        for (int a = 0; a < option.length; a++) {
            for (int u = 0; u < least.length; u++) {
                int e = option[a][u];
                cost[a][u] = e < 0 ? 0 : (int) ((problem.cost(e) - least[u]) / tick);
            }
        }
        return cost;
    }

    Sacks sacks() {
        return sacks;
    }

    /** What each unit costs at least at these prices of bands: the prices of units of the linear relaxation. */
    int[] unitPrices(double[] bandPrices) {
        int[] ticks = new int[least.length];
        for (int u = 0; u < ticks.length; u++) {
            double reduced = Double.POSITIVE_INFINITY;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                reduced = Math.min(reduced, problem.reducedCost(e, bandPrices));
            }
            ticks[u] = (int) Math.rint((reduced - least[u]) / tick);
        }
        return ticks;
    }

    /** A bound in ticks as one in millionths: the least cost that a plan can have above it. */
    long millionths(long ticks) {
        return grain.nextCost(base + tick * ticks);
    }

    /** A plan's cost in ticks, rounded down. */
    long ticks(long millionths) {
        return Math.floorDiv(millionths - base, tick);
    }

    int[] agents(Plan plan) {
        int[] agentOf = new int[least.length];
        Arrays.setAll(agentOf, plan::agent);
        return agentOf;
    }

    Plan plan(int[] agentOf) {
        int[] choice = new int[agentOf.length];
        Arrays.setAll(choice, u -> option[agentOf[u]][u]);
        return new Plan(problem, choice);
    }
}
