package io.fairpatch.plan.problem;

import java.util.Arrays;

/** An assignment with its loads, kept up to date as units move. Not thread-safe. */
public final class Standing {
    /** In place of a unit or a seat. */
    public static final int NOBODY = -1;

    private static final Count[] COUNTS = Count.values();

    private final TerritoryProblem problem;
    private final int[] seatOf;
    private final long[] potential;
    private final long[] minutes;
    private final int[][] counts;
    private long cost;
    private long unitsBroken;
    private int moved;

    /** @param seatOf by unit */
    public Standing(TerritoryProblem problem, int[] seatOf) {
        this.problem = problem;
        this.seatOf = new int[seatOf.length];
        Arrays.fill(this.seatOf, NOBODY);
        int seats = problem.seats().size();
        potential = new long[seats];
        minutes = new long[seats];
        counts = new int[seats][Count.values().length];
        problem.seats().forEach(seat -> cost += seat.mix().costWhenEmpty());
        for (int unit = 0; unit < seatOf.length; unit++) {
            place(unit, seatOf[unit]);
        }
    }

    private Standing(Standing other) {
        problem = other.problem;
        seatOf = other.seatOf.clone();
        potential = other.potential.clone();
        minutes = other.minutes.clone();
        counts = Arrays.stream(other.counts).map(int[]::clone).toArray(int[][]::new);
        cost = other.cost;
        unitsBroken = other.unitsBroken;
        moved = other.moved;
    }

    /** The same, to be changed on its own. */
    public Standing copy() {
        return new Standing(this);
    }

    /** Gives a unit to a seat, taking it from whoever has it. */
    public void place(int unit, int seat) {
        if (seatOf[unit] != NOBODY) {
            count(unit, seatOf[unit], -1);
        }
        seatOf[unit] = seat;
        count(unit, seat, 1);
    }

    private void count(int unit, int seat, int sign) {
        Unit whole = problem.units().get(unit);
        potential[seat] += sign * whole.potential();
        minutes[seat] += sign * problem.pairs().minutes(unit, seat);
        long mixBefore = mixCost(seat);
        for (Count count : COUNTS) {
            counts[seat][count.ordinal()] += sign * whole.count(count);
        }
        cost += mixCost(seat) - mixBefore;
        cost += sign * problem.cost(unit, seat);
        unitsBroken += (long) sign * whole.broken(seat);
        moved += sign * problem.moved(unit, seat);
    }

    public PlanScore score() {
        long broken = unitsBroken + Math.max(0, moved - problem.mostMoved());
        long outside = 0;
        for (Seat seat : problem.seats()) {
            broken += overCaps(seat.index());
            outside += outside(seat.index());
        }
        return new PlanScore(broken, outside, cost);
    }

    /** Accounts of a seat above its caps. */
    public int overCaps(int seat) {
        Caps caps = problem.seats().get(seat).caps();
        return caps.over(count(seat, Count.ACCOUNTS))
                + caps.overTiers(count(seat, Count.TIER_1), count(seat, Count.TIER_2), count(seat, Count.TIER_3));
    }

    /** What a seat's mix costs as it is missed, cents. */
    public long mixCost(int seat) {
        Mix mix = problem.seats().get(seat).mix();
        long sum = 0;
        for (Count count : COUNTS) {
            sum += mix.cost(count, counts[seat][count.ordinal()]);
        }
        return sum;
    }

    /** What all seats together pay for a kind of which they have too many or too few, cents. */
    public long missed(Count count) {
        long sum = 0;
        for (Seat seat : problem.seats()) {
            sum += seat.mix().cost(count, counts[seat.index()][count.ordinal()]);
        }
        return sum;
    }

    /** A seat's band violations, in hundredths of a percent of its targets. */
    public long outside(int seat) {
        Seat whose = problem.seats().get(seat);
        return whose.potential().violation(potential[seat]) + whose.minutes().violation(minutes[seat]);
    }

    /** What the score would be with a unit elsewhere, but for the limit on moves. */
    public PlanScore scoreWith(int unit, int seat) {
        int from = seatOf[unit];
        long outside = outside(from) + outside(seat);
        long overCaps = overCaps(from) + overCaps(seat);
        place(unit, seat);
        var score = new PlanScore(
                overCaps(from) + overCaps(seat) - overCaps, outside(from) + outside(seat) - outside, cost);
        place(unit, from);
        return score;
    }

    public int seatOf(int unit) {
        return seatOf[unit];
    }

    public int[] assignment() {
        return seatOf.clone();
    }

    public long potential(int seat) {
        return potential[seat];
    }

    public long minutes(int seat) {
        return minutes[seat];
    }

    public int accounts(int seat) {
        return count(seat, Count.ACCOUNTS);
    }

    /** Accounts of a kind that a seat has. */
    public int count(int seat, Count count) {
        return counts[seat][count.ordinal()];
    }

    public int moved() {
        return moved;
    }
}
