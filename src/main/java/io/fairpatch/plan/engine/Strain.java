package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Mix;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;

/**
 * What a search pays for breaking rules, so that it may pass through plans that do.
 *
 * @param band cents for a whole target outside a band
 * @param cap cents an account over a cap
 * @param move cents an account moved beyond what may
 */
record Strain(double band, double cap, double move) {
    private static final Count[] COUNTS = Count.values();
    /** Being outside at all, so that a search does not rest a cent outside. */
    private static final double EDGE = 0.001;

    private static final double FIRM = 4;
    private static final double LEAST = 8;

    /**
     * Dearer than any room at the prices.
     *
     * @param mean cost of a unit, cents
     */
    static Strain of(TerritoryProblem problem, Duals duals, double mean) {
        int units = problem.units().size();
        double room = mean * units / problem.seats().size();
        return new Strain(
                Math.max(LEAST * room, FIRM * duals.dearestBand()),
                Math.max(LEAST * mean, FIRM * duals.dearestCap()),
                LEAST * mean + duals.moving());
    }

    /** What a seat's holdings cost beside their own cost: what is broken, and what the mix is missed by. */
    double of(Seat seat, long potential, long minutes, int[] counts, long mixCents) {
        double sum = outside(seat.potential(), potential) + outside(seat.minutes(), minutes);
        if (seat.caps() != Caps.OPEN) {
            sum += cap * overCaps(seat, counts);
        }
        Mix mix = seat.mix();
        if (mix != Mix.OPEN && mixCents > 0) {
            int off = 0;
            for (Count count : COUNTS) {
                off += mix.off(count, counts[count.ordinal()]);
            }
            sum += (double) mixCents * off;
        }
        return sum;
    }

    private double outside(Band band, long load) {
        long out = load > band.high() ? load - band.high() : load < band.low() ? band.low() - load : 0;
        return out == 0 ? 0 : this.band * (EDGE + (double) out / band.target());
    }

    int overCaps(Seat seat, int[] counts) {
        Caps caps = seat.caps();
        return caps.over(counts[Count.ACCOUNTS.ordinal()])
                + caps.overTiers(
                        counts[Count.TIER_1.ordinal()], counts[Count.TIER_2.ordinal()], counts[Count.TIER_3.ordinal()]);
    }
}
