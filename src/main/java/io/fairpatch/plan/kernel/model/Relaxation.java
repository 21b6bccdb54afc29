package io.fairpatch.plan.kernel.model;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

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
        var order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> i, (a, b) -> compare(cost[a], gain[b], cost[b], gain[a])))
                .toList();
        place = new int[size];
        gains = new long[size + 1];
        costs = new long[size + 1];
        for (int at = 0; at < size; at++) {
            int item = order.get(at);
            place[item] = at;
            gains[at + 1] = gains[at] + gain[item];
            costs[at + 1] = costs[at] + cost[item];
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
