package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Candidate pairs in flat arrays, numbered unit by unit, for searches that look at millions. Units that are cheapest at the
 * same seat are side by side, so that those which may take each other's place are near in memory. One more option stands
 * for none: it is at no seat, costs and weighs nothing. Immutable.
 */
final class Options {
    private static final int PARTS = 4;
    /** Seat and unit in one. */
    private static final int PLACE = 0;
    /** Minutes and accounts moved in one. */
    private static final int LOAD = 1;

    private static final int COST = 2;
    private static final int POTENTIAL = 3;

    private final int[] whole;
    private final int[] first;
    /** All parts of an option side by side: a search asks for them together. */
    private final long[] parts;

    private final double[] regret;

    /** @param duals what regrets are measured at */
    Options(TerritoryProblem problem, Candidates candidates, Duals duals) {
        int units = problem.units().size();
        double[][] reduced = IntStream.range(0, units)
                .parallel()
                .mapToObj(unit -> reducedCosts(candidates.of(unit), duals, unit))
                .toArray(double[][]::new);
        whole = bySeat(candidates, reduced);
        first = new int[units + 2];
        for (int u = 0; u < units; u++) {
            first[u + 1] = first[u] + candidates.of(whole[u]).length;
        }
        first[units + 1] = first[units] + 1;
        regret = new double[first[units + 1]];
        parts = new long[PARTS * regret.length];
        IntStream.range(0, units).parallel().forEach(u -> read(problem, u, candidates.of(whole[u]), reduced[whole[u]]));
        parts[PARTS * none() + PLACE] = both(-1, units);
    }

    /** Of one unit, at each of its seats. */
    private static double[] reducedCosts(int[] seats, Duals duals, int unit) {
        return IntStream.of(seats)
                .mapToDouble(seat -> duals.reducedCost(unit, seat))
                .toArray();
    }

    private static int[] bySeat(Candidates candidates, double[][] reduced) {
        int[] cheapest = IntStream.range(0, reduced.length)
                .map(unit -> cheapest(candidates.of(unit), reduced[unit]))
                .toArray();
        return IntStream.range(0, cheapest.length)
                .boxed()
                .sorted(Comparator.comparingInt(unit -> cheapest[unit]))
                .mapToInt(unit -> unit)
                .toArray();
    }

    private static int cheapest(int[] seats, double[] reduced) {
        int best = 0;
        for (int at = 1; at < seats.length; at++) {
            best = reduced[at] < reduced[best] ? at : best;
        }
        return seats[best];
    }

    private static long both(int high, int low) {
        return (long) high << Integer.SIZE | Integer.toUnsignedLong(low);
    }

    private void read(TerritoryProblem problem, int u, int[] seats, double[] reduced) {
        Unit unit = problem.units().get(whole[u]);
        double least = Double.POSITIVE_INFINITY;
        for (int at = 0; at < seats.length; at++) {
            int e = first[u] + at;
            int seat = seats[at];
            int minutes = (int) Math.min(Integer.MAX_VALUE, problem.pairs().minutes(unit.index(), seat));
            parts[PARTS * e + PLACE] = both(seat, u);
            parts[PARTS * e + LOAD] = both(minutes, problem.moved(unit.index(), seat));
            parts[PARTS * e + COST] = problem.cost(unit.index(), seat);
            parts[PARTS * e + POTENTIAL] = unit.potential();
            regret[e] = reduced[at];
            least = Math.min(least, reduced[at]);
        }
        for (int e = first[u]; e < first[u + 1]; e++) {
            regret[e] -= least;
        }
    }

    /** The unit's index in the problem. */
    int whole(int u) {
        return whole[u];
    }

    int units() {
        return first.length - 2;
    }

    /** The option that stands for none. */
    int none() {
        return regret.length - 1;
    }

    int first(int u) {
        return first[u];
    }

    /** Candidates of a unit. */
    int choices(int u) {
        return first[u + 1] - first[u];
    }

    int seat(int option) {
        return (int) (parts[PARTS * option + PLACE] >> Integer.SIZE);
    }

    /** {@link #units()} for the option that stands for none. */
    int unit(int option) {
        return (int) parts[PARTS * option + PLACE];
    }

    int minutes(int option) {
        return (int) (parts[PARTS * option + LOAD] >> Integer.SIZE);
    }

    /** Accounts that change their rep. */
    int moved(int option) {
        return (int) parts[PARTS * option + LOAD];
    }

    /** Cents a year. */
    long cost(int option) {
        return parts[PARTS * option + COST];
    }

    /** Attainable money of its unit, cents. */
    long potential(int option) {
        return parts[PARTS * option + POTENTIAL];
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
