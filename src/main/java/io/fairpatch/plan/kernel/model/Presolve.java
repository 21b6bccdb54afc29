package io.fairpatch.plan.kernel.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Removes what cannot be part of any plan: options beside a pin or beside one without which a band cannot be met, options
 * that alone push a band over its upper end or leave it below its lower end whatever the other units do, and those with
 * which an agent cannot hold two of its measures at once ({@link Pairs}); and moves bands' ends to totals that loads can
 * make at all ({@link Sums}). Repeats until nothing changes; each round is a few passes over the options.
 */
public final class Presolve {
    private static final int MOST_ROUNDS = 20;

    private final AssignmentProblem problem;
    private final Alive alive;
    private final long[] low;
    private final long[] high;
    private Reach reach;

    private Presolve(AssignmentProblem problem) {
        this.problem = problem;
        this.low = new long[problem.bands()];
        this.high = new long[problem.bands()];
        Arrays.setAll(low, problem::low);
        Arrays.setAll(high, problem::high);
        this.alive = new Alive(problem);
        this.reach = Reach.of(problem, alive);
    }

    /** Only pins are applied, so that every unit keeps an option even when no plan exists. */
    public static Reduced pinsOnly(AssignmentProblem problem) {
        return new Presolve(problem).compact();
    }

    /** The reduced problem, or null when a unit is left without option or an agent without any choice: then no plan exists. */
    public static @Nullable Reduced reduce(AssignmentProblem problem) {
        var presolve = new Presolve(problem);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Sums.tighten(problem, presolve.alive, presolve.reach, presolve.low, presolve.high);
            int before = presolve.alive.deaths();
            if (!presolve.round() || (presolve.alive.deaths() == before && !presolve.pairs())) {
                return null;
            }
            if (presolve.alive.deaths() == before) {
                break;
            }
            presolve.reach = Reach.of(problem, presolve.alive);
        }
        return presolve.compact();
    }

    private boolean round() {
        for (int u = 0; u < problem.units(); u++) {
            boolean only = alive.count(u) == 1;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (alive.is(e) && impossible(e, only)) {
                    alive.kill(u, e);
                } else if (alive.is(e) && !only && needed(e)) {
                    alive.take(u, e);
                }
            }
            if (alive.count(u) == 0) {
                return false;
            }
        }
        return true;
    }

    private boolean impossible(int option, boolean only) {
        int band = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            long load = problem.load(option, k);
            long least = reach.least()[band + k] + (only ? 0 : Math.max(0, load));
            long most = reach.most()[band + k] + (only ? 0 : Math.min(0, load));
            if (least > high[band + k] || most < low[band + k]) {
                return true;
            }
        }
        return false;
    }

    private boolean pairs() {
        return Pairs.narrow(problem, alive, new Ends(reach, low, high));
    }

    private boolean needed(int option) {
        int band = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            long load = problem.load(option, k);
            if (reach.least()[band + k] - Math.min(0, load) > high[band + k]
                    || reach.most()[band + k] - Math.max(0, load) < low[band + k]) {
                return true;
            }
        }
        return false;
    }

    private Reduced compact() {
        int kept = problem.options() - alive.deaths();
        var tight = problem.withBands(low, high);
        if (kept == problem.options()) {
            return Reduced.of(tight, null, reach);
        }
        int[] origin = new int[kept];
        int[] first = new int[problem.units() + 1];
        int at = 0;
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (alive.is(e)) {
                    origin[at++] = e;
                }
            }
            first[u + 1] = at;
        }
        return Reduced.of(tight.restrictedTo(first, origin), origin, Reach.of(problem, alive));
    }
}
