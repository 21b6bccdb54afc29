package io.fairpatch.plan.kernel.model;

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
 * is a binary search. Nothing is rounded: {@code a / b} against {@code c / d} is {@code a d} against {@code c b} in 128
 * bits.
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

    /** Whether {@code f(need) <= room}. */
    boolean allows(long need, long room) {
        int size = place.length;
        if (need <= 0 || room < 0 || need > gains[size]) {
            return need <= 0 && room >= 0;
        }
        int found = Arrays.binarySearch(gains, need);
        int last = (found < 0 ? -found - 1 : found) - 1;
        long left = room - costs[last];
        return left >= 0
                && compare(need - gains[last], costs[last + 1] - costs[last], left, gains[last + 1] - gains[last]) <= 0;
    }

    /** The same where one item may not be taken. */
    boolean allowsWithout(int item, long need, long room) {
        int at = place[item];
        return need <= gains[at]
                ? allows(need, room)
                : allows(need + gains[at + 1] - gains[at], room + costs[at + 1] - costs[at]);
    }

    /** Compares {@code a b} with {@code c d}, all of them zero or above. */
    private static int compare(long a, long b, long c, long d) {
        int top = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return top != 0 ? top : Long.compareUnsigned(a * b, c * d);
    }
}
