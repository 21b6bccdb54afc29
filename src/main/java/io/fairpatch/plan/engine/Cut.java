package io.fairpatch.plan.engine;

import java.util.BitSet;

/**
 * What an end of a seat's band means for whole units, which shares of units may break: a large unit needs its whole room,
 * not a part of it. With the units H that a seat mostly holds counted by what leaves, {@code y = 1 - x}, an upper end says
 * {@code sum_(not H) w x - sum_H w y <= high - sum_H w}. {@link MixedRounding} makes of it
 *
 * <pre>sum_(not H) down(w) x + sum_H up(w) x <= down(high - sum_H w) + sum_H up(w)</pre>
 *
 * and of a lower end, all signs turned, {@code sum_(not H) up(w) x + sum_H down(w) x >= sum_H down(w) - down(sum_H w - low)}
 * (complemented rounding, Marchand and Wolsey, Aggregation and mixed integer rounding to solve MIPs, 2001). Every plan
 * within the band keeps it.
 *
 * @param gauge whose band it is
 * @param upper whether it follows from the band's upper end
 * @param held units that are counted by what leaves
 * @param end of the loads: the most where {@code upper}, else the least
 */
record Cut(Gauge gauge, int seat, boolean upper, MixedRounding rounding, BitSet held, long end) {
    /**
     * Follows a cut from an end.
     *
     * @param room what the end leaves when all of {@code held} are there and nobody else; below it for a lower end
     * @param step at which weights are rounded; {@code room} is no multiple of it
     */
    static Cut of(Gauge gauge, int seat, boolean upper, BitSet held, long room, long step) {
        var rounding = new MixedRounding(step, Math.floorMod(room, step));
        var cut = new Cut(gauge, seat, upper, rounding, held, 0);
        long counted = held.stream().mapToLong(cut::load).sum();
        long end = upper ? rounding.down(room) + counted : counted - rounding.down(room);
        return new Cut(gauge, seat, upper, rounding, held, end);
    }

    /** What a unit weighs. */
    long load(int unit) {
        long weight = gauge.load().of(unit, seat);
        return held.get(unit) == upper ? rounding.up(weight) : rounding.down(weight);
    }

    /** A whole target, as it weighs here: at least 1. */
    long target() {
        double part = (rounding.step() - rounding.rest()) / (double) rounding.step();
        return Math.max(1, Math.round(gauge.target()[seat] * part));
    }
}
