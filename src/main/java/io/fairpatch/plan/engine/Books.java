package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Mix;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.stream.IntStream;

/** What seats hold and may hold, in flat arrays, for a search that asks millions of times. Not thread-safe. */
final class Books {
    private static final Count[] COUNTS = Count.values();
    private static final int KINDS = COUNTS.length;

    private final Options options;
    private final Strain prices;
    private final int[] unitCounts;
    private final Band[] potentialBand;
    private final Band[] workBand;
    private final int[] cap;
    private final int[] low;
    private final int[] high;
    private final long[] miss;
    private final boolean[] counted;
    private final long[] potential;
    private final long[] minutes;
    private final int[] counts;
    private double firmness = 1;
    private double mixPart = 1;

    Books(TerritoryProblem problem, Options options, Strain prices) {
        int seats = problem.seats().size();
        this.options = options;
        this.prices = prices;
        this.unitCounts = new int[KINDS * (options.units() + 1)];
        this.potentialBand = problem.seats().stream().map(Seat::potential).toArray(Band[]::new);
        this.workBand = problem.seats().stream().map(Seat::minutes).toArray(Band[]::new);
        this.cap = new int[KINDS * seats];
        this.low = new int[KINDS * seats];
        this.high = new int[KINDS * seats];
        this.miss = new long[KINDS * seats];
        this.counted = new boolean[seats];
        this.potential = new long[seats];
        this.minutes = new long[seats];
        this.counts = new int[KINDS * seats];
        IntStream.range(0, options.units()).forEach(u -> read(u, problem.units().get(options.whole(u))));
        problem.seats().forEach(this::read);
    }

    private void read(int u, Unit unit) {
        for (Count count : COUNTS) {
            unitCounts[KINDS * u + count.ordinal()] = unit.count(count);
        }
    }

    private void read(Seat seat) {
        Mix mix = seat.mix();
        counted[seat.index()] = seat.caps() != Caps.OPEN || mix != Mix.OPEN;
        for (Count count : COUNTS) {
            int at = KINDS * seat.index() + count.ordinal();
            cap[at] = seat.caps().of(count);
            low[at] = mix.low()[count.ordinal()];
            high[at] = mix.high()[count.ordinal()];
            miss[at] = mix.cents()[count.ordinal()];
        }
    }

    /**
     * Sets what breaking rules costs from now on.
     *
     * @param factor of the full price
     * @param ofMix which part of what missing the mix costs
     */
    void firm(double factor, double ofMix) {
        firmness = factor;
        mixPart = ofMix;
    }

    /** Gives a seat the unit of an option and takes that of another; either may be none. */
    void change(int seat, int in, int out) {
        potential[seat] += options.potential(in) - options.potential(out);
        minutes[seat] += options.minutes(in) - options.minutes(out);
        int plus = KINDS * options.unit(in);
        int minus = KINDS * options.unit(out);
        for (int c = 0; c < KINDS; c++) {
            counts[KINDS * seat + c] += unitCounts[plus + c] - unitCounts[minus + c];
        }
    }

    /**
     * What a seat's holdings would cost after such a change, beside their own cost: what is broken, and what the mix is
     * missed by.
     */
    double strain(int seat, int in, int out) {
        long money = potential[seat] + options.potential(in) - options.potential(out);
        long work = minutes[seat] + options.minutes(in) - options.minutes(out);
        double broken = Strain.outside(potentialBand[seat], money, prices.potential()[seat])
                + Strain.outside(workBand[seat], work, prices.work()[seat]);
        return counted[seat]
                ? counted(seat, broken, KINDS * options.unit(in), KINDS * options.unit(out))
                : firmness * broken;
    }

    private double counted(int seat, double broken, int plus, int minus) {
        double over = 0;
        long missed = 0;
        for (int c = 0, at = KINDS * seat; c < KINDS; c++, at++) {
            int held = counts[at] + unitCounts[plus + c] - unitCounts[minus + c];
            over += prices.cap()[at] * Math.max(0, held - cap[at]);
            missed += miss[at] * (Math.max(0, low[at] - held) + Math.max(0, held - high[at]));
        }
        return firmness * (broken + over) + mixPart * missed;
    }

    /** Whether every band and cap is kept; a mix may be missed. */
    boolean sound() {
        boolean sound = true;
        for (int seat = 0; seat < potential.length; seat++) {
            sound &=
                    potentialBand[seat].violation(potential[seat]) == 0 && workBand[seat].violation(minutes[seat]) == 0;
        }
        for (int at = 0; at < counts.length; at++) {
            sound &= counts[at] <= cap[at];
        }
        return sound;
    }
}
