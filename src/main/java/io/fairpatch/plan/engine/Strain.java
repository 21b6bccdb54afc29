package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Mix;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.Arrays;

/**
 * What a search pays for breaking rules, so that it may pass through plans that do. Each seat has its own price of a band,
 * since one dear seat must not make all others stiff.
 *
 * @param potential by seat, cents for a whole target outside its band of potential
 * @param work by seat, cents for a whole target outside its band of work
 * @param cap cents an account over a cap
 * @param move cents an account moved beyond what may
 */
record Strain(double[] potential, double[] work, double cap, double move) {
    private static final Count[] COUNTS = Count.values();
    /** Being outside at all, so that a search does not rest a cent outside. */
    private static final double EDGE = 0.001;

    private static final double FIRM = 4;
    private static final double LEAST_BAND = 2;
    private static final double LEAST = 8;

    /**
     * Dearer than the room there at the prices.
     *
     * @param mean cost of a unit, cents
     */
    static Strain of(TerritoryProblem problem, Duals duals, double mean) {
        double room = mean * problem.units().size() / problem.seats().size();
        return new Strain(
                bands(duals.dearOf(Gauge.Kind.POTENTIAL), room),
                bands(duals.dearOf(Gauge.Kind.WORK), room),
                Math.max(LEAST * mean, FIRM * duals.dearestCap()),
                LEAST * mean + duals.moving());
    }

    private static double[] bands(double[] dear, double room) {
        return Arrays.stream(dear)
                .map(price -> Math.max(LEAST_BAND * room, FIRM * price))
                .toArray();
    }

    /**
     * What a seat's holdings cost beside their own cost: what is broken, and what the mix is missed by.
     *
     * @param firmness multiple of the full price of what is broken
     */
    double of(Seat seat, long potential, long minutes, int[] counts, long mixCents, double firmness) {
        double sum = outside(seat.potential(), potential, this.potential[seat.index()])
                + outside(seat.minutes(), minutes, work[seat.index()]);
        if (seat.caps() != Caps.OPEN) {
            sum += cap * overCaps(seat, counts);
        }
        return firmness * sum + missed(seat.mix(), counts, mixCents);
    }

    private static double missed(Mix mix, int[] counts, long mixCents) {
        int off = 0;
        for (Count count : COUNTS) {
            off += mix == Mix.OPEN || mixCents == 0 ? 0 : mix.off(count, counts[count.ordinal()]);
        }
        return (double) mixCents * off;
    }

    private static double outside(Band band, long load, double whole) {
        long out = load > band.high() ? load - band.high() : load < band.low() ? band.low() - load : 0;
        return out == 0 ? 0 : whole * (EDGE + (double) out / band.target());
    }

    int overCaps(Seat seat, int[] counts) {
        Caps caps = seat.caps();
        return caps.over(counts[Count.ACCOUNTS.ordinal()])
                + caps.overTiers(
                        counts[Count.TIER_1.ordinal()], counts[Count.TIER_2.ordinal()], counts[Count.TIER_3.ordinal()]);
    }
}
