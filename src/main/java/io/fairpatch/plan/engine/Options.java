package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Candidate pairs in flat arrays, numbered unit by unit, for searches that look at millions. One more option stands for
 * none: it is at no seat, costs and weighs nothing. Immutable.
 */
final class Options {
    private final int[] first;
    private final int[] seat;
    private final int[] unit;
    private final int[] minutes;
    private final int[] moved;
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
        seat = new int[first[units + 1]];
        unit = new int[seat.length];
        minutes = new int[seat.length];
        moved = new int[seat.length];
        cost = new long[seat.length];
        regret = new double[seat.length];
        IntStream.range(0, units)
                .parallel()
                .forEach(u -> read(problem, problem.units().get(u), candidates.of(u), duals));
        seat[none()] = -1;
        unit[none()] = units;
    }

    private void read(TerritoryProblem problem, Unit whole, int[] seats, Duals duals) {
        int u = whole.index();
        double least = Double.POSITIVE_INFINITY;
        for (int at = 0; at < seats.length; at++) {
            int e = first[u] + at;
            seat[e] = seats[at];
            unit[e] = u;
            cost[e] = problem.cost(u, seats[at]);
            minutes[e] = (int) Math.min(Integer.MAX_VALUE, problem.pairs().minutes(u, seats[at]));
            moved[e] = problem.moved(u, seats[at]);
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
        return seat.length - 1;
    }

    int first(int u) {
        return first[u];
    }

    /** Candidates of a unit. */
    int choices(int u) {
        return first[u + 1] - first[u];
    }

    int seat(int option) {
        return seat[option];
    }

    /** {@link #units()} for the option that stands for none. */
    int unit(int option) {
        return unit[option];
    }

    int minutes(int option) {
        return minutes[option];
    }

    /** Accounts that change their rep. */
    int moved(int option) {
        return moved[option];
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
        return Math.max(-1, Arrays.binarySearch(seat, first[u], first[u + 1], wanted));
    }
}
