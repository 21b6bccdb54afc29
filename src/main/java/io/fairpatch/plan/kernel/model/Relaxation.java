package io.fairpatch.plan.kernel.model;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The least cost at which items bring a gain when the last of them may be taken in part: the linear relaxation of a
 * knapsack, whose optimum takes items by rising cost over gain (Dantzig, Discrete-variable extremum problems, 1957). With
 * G_j and C_j the sums of the first j items in this order,
 *
 * <pre>f(n) = C_j + (n - G_j) cost_j / gain_j   where G_j &lt; n &lt;= G_(j+1);   f(n) = 0 for n &lt;= 0</pre>
 *
 * <p>Without item i, which stands in place j: {@code f(n)} where {@code n <= G_j}, since it is not touched, else
 * {@code f(n + gain_i) - cost_i}, since it is taken whole on the way there. Sorted once in O(items log items), a question
 * is a binary search. Ratios are compared as products of 128 bits, and a part is rounded up, which is exact where totals
 * are whole numbers.
 */
final class Relaxation {
    private final int[] place;
    private final long[] gains;
    private final long[] costs;

    /** The first {@code size} items, all gains and costs above zero. */
    Relaxation(long[] gain, long[] cost, int size) {
        int[] order = byRatio(gain, cost, size);
        place = new int[size];
        gains = new long[size + 1];
        costs = new long[size + 1];
        for (int at = 0; at < size; at++) {
            int item = order[at];
            place[item] = at;
            gains[at + 1] = gains[at] + gain[item];
            costs[at + 1] = costs[at] + cost[item];
        }
    }

    /** The items by rising cost over gain: sorted runs of twice the length each time, without an object for each item. */
    private static int[] byRatio(long[] gain, long[] cost, int size) {
        int[] sorted = new int[size];
        Arrays.setAll(sorted, i -> i);
        int[] merged = new int[size];
        for (long run = 1; run < size; run *= 2) {
            for (long from = 0; from < size; from += 2 * run) {
                int middle = (int) Math.min(size, from + run);
                int end = (int) Math.min(size, from + 2 * run);
                merge(sorted, (int) from, middle, end, merged, gain, cost);
            }
            int[] done = merged;
            merged = sorted;
            sorted = done;
        }
        return sorted;
    }

    private static void merge(int[] from, int first, int middle, int end, int[] to, long[] gain, long[] cost) {
        int left = first;
        int right = middle;
        for (int at = first; at < end; at++) {
            boolean fromLeft = right == end
                    || (left < middle
                            && compare(cost[from[left]], gain[from[right]], cost[from[right]], gain[from[left]]) <= 0);
            to[at] = from[fromLeft ? left++ : right++];
        }
    }

    /** {@code f(need)} rounded up; {@link Long#MAX_VALUE} where all items together gain less. */
    long least(long need) {
        if (need <= 0) {
            return 0;
        }
        if (need > gains[place.length]) {
            return Long.MAX_VALUE;
        }
        int found = Arrays.binarySearch(gains, need);
        int last = (found < 0 ? -found - 1 : found) - 1;
        long gain = gains[last + 1] - gains[last];
        return costs[last] + part(need - gains[last], costs[last + 1] - costs[last], gain);
    }

    /** The same where one item may not be taken. */
    long leastWithout(int item, long need) {
        int at = place[item];
        if (need <= gains[at]) {
            return least(need);
        }
        long with = least(need + gains[at + 1] - gains[at]);
        return with == Long.MAX_VALUE ? with : with - (costs[at + 1] - costs[at]);
    }

    /** {@code a b / c} rounded up. */
    private static long part(long a, long b, long c) {
        long product = a * b;
        if (product >= 0 && Math.multiplyHigh(a, b) == 0) {
            return product / c + (product % c == 0 ? 0 : 1);
        }
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .add(BigInteger.valueOf(c - 1))
                .divide(BigInteger.valueOf(c))
                .longValueExact();
    }

    /** Compares {@code a b} with {@code c d}, all of them zero or above. */
    private static int compare(long a, long b, long c, long d) {
        int top = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return top != 0 ? top : Long.compareUnsigned(a * b, c * d);
    }
}
