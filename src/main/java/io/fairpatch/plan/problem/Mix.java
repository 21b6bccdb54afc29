package io.fairpatch.plan.problem;

import java.util.Arrays;

/**
 * How much of each kind a book should have; missing it costs money, one at a time.
 *
 * @param low by {@link Count}: least, 0 where open
 * @param high by {@link Count}: most, {@link Caps#NONE} where open
 * @param cents by {@link Count}: what one too many or too few costs a year, 0 where open
 */
public record Mix(int[] low, int[] high, long[] cents) {
    /** Asks for nothing. */
    public static final Mix OPEN = open();

    /** A mix to be filled. */
    public static Mix open() {
        int kinds = Count.values().length;
        int[] high = new int[kinds];
        Arrays.fill(high, Caps.NONE);
        return new Mix(new int[kinds], high, new long[kinds]);
    }

    /** Sets a range, unless missing it is free; returns this. */
    public Mix with(Count count, int least, int most, long each) {
        if (each > 0) {
            low[count.ordinal()] = least;
            high[count.ordinal()] = most;
            cents[count.ordinal()] = each;
        }
        return this;
    }

    public boolean isOpen(Count count) {
        return low[count.ordinal()] == 0 && high[count.ordinal()] == Caps.NONE;
    }

    /** What having so many of a kind costs, cents. */
    public long cost(Count count, int held) {
        int kind = count.ordinal();
        return cents[kind] * (Math.max(0, low[kind] - held) + Math.max(0, held - high[kind]));
    }

    /** What an empty book costs, cents. */
    public long costWhenEmpty() {
        long sum = 0;
        for (Count count : Count.values()) {
            sum += cost(count, 0);
        }
        return sum;
    }
}
