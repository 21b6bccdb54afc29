package io.fairpatch.plan.kernel.design;

import java.util.Arrays;

/** Orders positions by value without boxing. */
final class Ranking {
    private Ranking() {}

    /** Positions by ascending value. Values must be 0 or more and finite; equal ones by position. */
    static int[] ascending(double[] values) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(1, values.length));
        long mask = (1L << bits) - 1;
        long[] keys = new long[values.length];
        for (int at = 0; at < keys.length; at++) {
            keys[at] = (Double.doubleToRawLongBits(values[at]) & ~mask) | at;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int at = 0; at < keys.length; at++) {
            order[at] = (int) (keys[at] & mask);
        }
        return order;
    }
}
