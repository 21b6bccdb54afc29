package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.Arrays;

/**
 * A plan over candidate pairs with what each seat holds, for a search that tries millions of moves: the cost by the rules,
 * and prices for what breaks them. Not thread-safe.
 */
final class Ledger {
    static final int COUNTS = Count.values().length;

    private final TerritoryProblem problem;
    private final int[] first;
    private final int[] seat;
    private final long[] cost;
    private final double[] regret;
    private final int[] unitOf;
    private final int[] minutes;
    private final int[] moved;
    private final long[] potential;
    private final byte[][] counts;
    private final int[] mine;
    private final Holdings now;
    private final double[] strain;
    private final Strain prices;
    private int movedNow;
    private double firmness = 1;
    private double energy;

    /** What seats hold. */
    private static final class Holdings {
        final long[] potential;
        final long[] minutes;
        final int[][] counts;

        Holdings(int seats) {
            potential = new long[seats];
            minutes = new long[seats];
            counts = new int[seats][COUNTS];
        }
    }

    /**
     * @param duals what regrets are measured at
     * @param plan seats by unit, each among the unit's candidates
     */
    Ledger(TerritoryProblem problem, Candidates candidates, Duals duals, Strain prices, int[] plan) {
        this.problem = problem;
        this.prices = prices;
        int units = problem.units().size();
        first = new int[units + 1];
        for (int u = 0; u < units; u++) {
            first[u + 1] = first[u] + candidates.of(u).length;
        }
        seat = new int[first[units]];
        cost = new long[first[units]];
        minutes = new int[first[units]];
        regret = new double[first[units]];
        unitOf = new int[first[units]];
        moved = new int[first[units]];
        potential = new long[units];
        counts = new byte[units][COUNTS];
        mine = new int[units];
        now = new Holdings(problem.seats().size());
        strain = new double[problem.seats().size()];
        for (Unit unit : problem.units()) {
            read(unit, candidates.of(unit.index()), duals);
        }
        set(plan);
    }

    private void read(Unit unit, int[] seats, Duals duals) {
        int u = unit.index();
        potential[u] = unit.potential();
        for (Count count : Count.values()) {
            counts[u][count.ordinal()] = (byte) Math.min(Byte.MAX_VALUE, unit.count(count));
        }
        double least = Double.POSITIVE_INFINITY;
        for (int at = 0; at < seats.length; at++) {
            int e = first[u] + at;
            seat[e] = seats[at];
            cost[e] = problem.cost(u, seats[at]);
            minutes[e] = (int) Math.min(Integer.MAX_VALUE, problem.pairs().minutes(u, seats[at]));
            moved[e] = problem.moved(u, seats[at]);
            unitOf[e] = u;
            regret[e] = duals.reducedCost(u, seats[at]);
            least = Math.min(least, regret[e]);
        }
        for (int e = first[u]; e < first[u + 1]; e++) {
            regret[e] -= least;
        }
    }

    /** Takes over a plan. */
    void set(int[] plan) {
        Arrays.fill(now.potential, 0);
        Arrays.fill(now.minutes, 0);
        movedNow = 0;
        energy = 0;
        for (int[] counted : now.counts) {
            Arrays.fill(counted, 0);
        }
        for (int u = 0; u < mine.length; u++) {
            mine[u] = option(u, plan[u]);
            hold(u, mine[u], 1);
            energy += cost[mine[u]];
        }
        for (int s = 0; s < strain.length; s++) {
            strain[s] = strain(s);
            energy += strain[s];
        }
        energy += prices.move() * Math.max(0, movedNow - problem.mostMoved());
    }

    private int option(int u, int wanted) {
        return first[u] + Math.max(0, Arrays.binarySearch(seat, first[u], first[u + 1], wanted) - first[u]);
    }

    private void hold(int u, int e, int sign) {
        int s = seat[e];
        now.potential[s] += sign * potential[u];
        now.minutes[s] += (long) sign * minutes[e];
        int[] held = now.counts[s];
        byte[] its = counts[u];
        for (int c = 0; c < COUNTS; c++) {
            held[c] += sign * its[c];
        }
        movedNow += sign * moved[e];
    }

    private double strain(int s) {
        return prices.of(
                problem.seats().get(s), now.potential[s], now.minutes[s], now.counts[s], problem.mixCents(), firmness);
    }

    /** Sets what breaking rules costs from now on, as a multiple of the full price. */
    void firm(double factor) {
        firmness = factor;
        for (int s = 0; s < strain.length; s++) {
            energy -= strain[s];
            strain[s] = strain(s);
            energy += strain[s];
        }
    }

    /** Moves a unit, and another the other way when {@code other} is not negative; returns what that costs. */
    double apply(int unit, int option, int other, int back) {
        int from = seat[mine[unit]];
        int to = seat[option];
        double before = energy;
        double over = prices.move() * Math.max(0, movedNow - problem.mostMoved());
        energy += cost[option] - cost[mine[unit]] - strain[from] - strain[to] - over;
        shift(unit, option);
        if (other >= 0) {
            energy += cost[back] - cost[mine[other]];
            shift(other, back);
        }
        strain[from] = strain(from);
        strain[to] = strain(to);
        energy += strain[from] + strain[to] + prices.move() * Math.max(0, movedNow - problem.mostMoved());
        return energy - before;
    }

    private void shift(int unit, int option) {
        hold(unit, mine[unit], -1);
        mine[unit] = option;
        hold(unit, option, 1);
    }

    /** Cost and strain together, cents. */
    double energy() {
        return energy;
    }

    /** Whether no rule and no band is broken; a mix may be. */
    boolean sound() {
        boolean sound = movedNow <= problem.mostMoved();
        for (Seat whose : problem.seats()) {
            int s = whose.index();
            sound &= whose.potential().violation(now.potential[s]) == 0
                    && whose.minutes().violation(now.minutes[s]) == 0
                    && (whose.caps() == Caps.OPEN || prices.overCaps(whose, now.counts[s]) == 0);
        }
        return sound;
    }

    int units() {
        return mine.length;
    }

    int first(int unit) {
        return first[unit];
    }

    /** Candidates of a unit. */
    int choices(int unit) {
        return first[unit + 1] - first[unit];
    }

    int seat(int option) {
        return seat[option];
    }

    int unit(int option) {
        return unitOf[option];
    }

    /** How much dearer an option is at the prices than its unit's cheapest, cents. */
    double regret(int option) {
        return regret[option];
    }

    /** The option a unit has now. */
    int mine(int unit) {
        return mine[unit];
    }

    /** The unit's option of a seat, or -1. */
    int optionOf(int unit, int wanted) {
        return Math.max(-1, Arrays.binarySearch(seat, first[unit], first[unit + 1], wanted));
    }

    int[] plan() {
        int[] plan = new int[mine.length];
        for (int u = 0; u < plan.length; u++) {
            plan[u] = seat[mine[u]];
        }
        return plan;
    }
}
