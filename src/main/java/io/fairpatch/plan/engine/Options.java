package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.stream.IntStream;

/**
 * Candidate pairs in flat arrays, numbered unit by unit, for searches that look at millions. One more option stands for
 * none: it is at no seat, costs and weighs nothing. Immutable.
 */
final class Options {
    private static final int PARTS = 4;
    private static final int SEAT = 0;
    private static final int UNIT = 1;
    private static final int MINUTES = 2;
    private static final int MOVED = 3;

    private final int[] first;
    /** Seat, unit, minutes and accounts moved of each option side by side: a search asks for them together. */
    private final int[] parts;

    private final long[] cost;
    private final double[] regret;

    /** @param duals what regrets are measured at */
    Options(TerritoryProblem problem, Candidates candidates, Duals duals) {
        int units = problem.units().size();
        first = new int[units + 2];
        for (int u = 0; u < units; u++) {
            first[u + 1] = first[u] + candidates.of(u).length;
        }
        first[units + 1] = first[units] + 1;
        cost = new long[first[units + 1]];
        regret = new double[cost.length];
        parts = new int[PARTS * cost.length];
        IntStream.range(0, units)
                .parallel()
                .forEach(u -> read(problem, problem.units().get(u), candidates.of(u), duals));
        parts[PARTS * none() + SEAT] = -1;
        parts[PARTS * none() + UNIT] = units;
    }

    private void read(TerritoryProblem problem, Unit whole, int[] seats, Duals duals) {
        int u = whole.index();
        double least = Double.POSITIVE_INFINITY;
        for (int at = 0; at < seats.length; at++) {
            int e = first[u] + at;
            parts[PARTS * e + SEAT] = seats[at];
            parts[PARTS * e + UNIT] = u;
            cost[e] = problem.cost(u, seats[at]);
            parts[PARTS * e + MINUTES] =
                    (int) Math.min(Integer.MAX_VALUE, problem.pairs().minutes(u, seats[at]));
            parts[PARTS * e + MOVED] = problem.moved(u, seats[at]);
            regret[e] = duals.reducedCost(u, seats[at]);
            least = Math.min(least, regret[e]);
        }
        for (int e = first[u]; e < first[u + 1]; e++) {
            regret[e] -= least;
        }
    }

    int units() {
        return first.length - 2;
    }

    /** The option that stands for none. */
    int none() {
        return cost.length - 1;
    }

    int first(int u) {
        return first[u];
    }

    /** Candidates of a unit. */
    int choices(int u) {
        return first[u + 1] - first[u];
    }

    int seat(int option) {
        return parts[PARTS * option + SEAT];
    }

    /** {@link #units()} for the option that stands for none. */
    int unit(int option) {
        return parts[PARTS * option + UNIT];
    }

    int minutes(int option) {
        return parts[PARTS * option + MINUTES];
    }

    /** Accounts that change their rep. */
    int moved(int option) {
        return parts[PARTS * option + MOVED];
    }

    /** Cents a year. */
    long cost(int option) {
        return cost[option];
    }

    /** How much dearer an option is at the prices than its unit's cheapest, cents. */
    double regret(int option) {
        return regret[option];
    }

    /** The unit's option of a seat, or -1. */
    int of(int u, int wanted) {
        for (int option = first[u]; option < first[u + 1]; option++) {
            if (seat(option) == wanted) {
                return option;
            }
        }
        return -1;
    }
}
