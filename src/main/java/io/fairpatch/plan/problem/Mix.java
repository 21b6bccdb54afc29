package io.fairpatch.plan.problem;

/**
 * How many accounts of a kind a book should have; missing it costs money, an account at a time.
 *
 * @param low by {@link Count}: least, 0 where open
 * @param high by {@link Count}: most, {@link Caps#NONE} where open
 */
public record Mix(int[] low, int[] high) {
    /** Asks for nothing. */
    public static final Mix OPEN = open();

    /** A mix to be filled. */
    public static Mix open() {
        int[] high = new int[Count.values().length];
        java.util.Arrays.fill(high, Caps.NONE);
        return new Mix(new int[high.length], high);
    }

    /** Sets a range; returns this. */
    public Mix with(Count count, int least, int most) {
        low[count.ordinal()] = least;
        high[count.ordinal()] = most;
        return this;
    }

    public boolean isOpen(Count count) {
        return low[count.ordinal()] == 0 && high[count.ordinal()] == Caps.NONE;
    }

    /** Accounts too many or too few of a kind. */
    public int off(Count count, int accounts) {
        return Math.max(0, low[count.ordinal()] - accounts) + Math.max(0, accounts - high[count.ordinal()]);
    }

    /** Accounts an empty book lacks of all kinds. */
    public int offWhenEmpty() {
        int sum = 0;
        for (Count count : Count.values()) {
            sum += off(count, 0);
        }
        return sum;
    }
}
