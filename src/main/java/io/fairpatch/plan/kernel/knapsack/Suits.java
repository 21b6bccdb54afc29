package io.fairpatch.plan.kernel.knapsack;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whether a problem is one of whole books, and how: each agent's rooms are at most one upper end on loads of 0 or more,
 * few enough steps wide for a table.
 *
 * @param option by agent and unit; -1 where the agent may not have the unit
 * @param loads by agent and unit, in steps
 * @param rooms by agent, in steps
 */
record Suits(int[][] option, int[][] loads, int[] rooms) {
    private static final int MOST_UNITS = 5_000;
    private static final long MOST_PAIRS = 200_000;
    private static final int MOST_STEPS = 4_000;

    /** Null where it does not suit. */
    static @Nullable Suits of(Reduced reduced) {
        var problem = reduced.problem();
        long pairs = (long) problem.units() * problem.agents();
        if (pairs == 0 || pairs > MOST_PAIRS || problem.units() > MOST_UNITS) {
            return null;
        }
        int[] band = bands(reduced);
        int[][] option = band == null ? null : options(problem);
        return option == null || band == null ? null : of(reduced, band, option);
    }

    /** Each agent's only band that can be broken, or -1 without one; null where one has two, or has a lower end. */
    private static int @Nullable [] bands(Reduced reduced) {
        var problem = reduced.problem();
        int[] band = new int[problem.agents()];
        Arrays.fill(band, -1);
        for (int i = 0; i < problem.bands(); i++) {
            int a = i / problem.measures();
            if (reduced.live()[i]) {
                if (band[a] >= 0 || problem.low(i) > 0) {
                    return null;
                }
                band[a] = i;
            }
        }
        return band;
    }

    private static int @Nullable [][] options(AssignmentProblem problem) {
        int[][] option = new int[problem.agents()][problem.units()];
        for (int[] row : option) {
            Arrays.fill(row, -1);
        }
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (option[problem.agent(e)][u] >= 0) {
                    return null;
                }
                option[problem.agent(e)][u] = e;
            }
        }
        return option;
    }

    private static @Nullable Suits of(Reduced reduced, int[] band, int[][] option) {
        var problem = reduced.problem();
        long step = step(problem, band);
        int[] rooms = new int[band.length];
        int[][] loads = new int[band.length][problem.units()];
        for (int a = 0; a < band.length; a++) {
            long room = band[a] < 0 ? 0 : reduced.high()[band[a]] / step;
            if (step < 0 || room > MOST_STEPS) {
                return null;
            }
            rooms[a] = (int) room;
            for (int u = 0; u < loads[a].length; u++) {
                int e = option[a][u];
                long load = e < 0 || band[a] < 0 ? 0 : problem.load(e, band[a] % problem.measures()) / step;
                loads[a][u] = e < 0 || load > room ? Sacks.NEVER : (int) load;
            }
        }
        return new Suits(option, loads, rooms);
    }

    /** What all loads on those bands are multiples of; -1 where one is below 0. */
    private static long step(AssignmentProblem problem, int[] band) {
        var step = BigInteger.ZERO;
        for (int e = 0; e < problem.options(); e++) {
            int its = band[problem.agent(e)];
            long load = its < 0 ? 0 : problem.load(e, its % problem.measures());
            if (load < 0) {
                return -1;
            }
            step = step.gcd(BigInteger.valueOf(load));
        }
        return Math.max(1, step.longValue());
    }
}
