package io.fairpatch.plan.kernel.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An agent's options under two ends, at rest or turned: the arithmetic of {@link Pairs}. Reused from pair to pair. */
final class Turns {
    /** Beyond what the rounding of sums in floating point can hide. */
    static final double SURE = 1 - 1e-6;

    private final int[] source;
    private final boolean[] rest;
    private final long[] gain;
    private final long[] cost;
    private final int[] item;
    private final long[] itemGain;
    private final long[] itemCost;
    private int size;
    private int items;
    private long need;
    private long room;
    private long high;
    private @Nullable Relaxation relaxation;

    Turns(int most) {
        source = new int[most];
        rest = new boolean[most];
        gain = new long[most];
        cost = new long[most];
        item = new int[most];
        itemGain = new long[most];
        itemCost = new long[most];
    }

    void begin(long low, long itsHigh) {
        need = low;
        room = itsHigh;
        high = itsHigh;
        size = 0;
        items = 0;
        relaxation = null;
    }

    /** An option with its loads of the measure that needs and of the measure that is limited. */
    void add(int itsSource, long v, long w, boolean certain) {
        boolean in = in(v, w, certain);
        need -= in ? v : 0;
        room -= in ? w : 0;
        if (certain) {
            return;
        }
        source[size] = itsSource;
        rest[size] = in;
        gain[size] = in ? -v : v;
        cost[size] = in ? -w : w;
        item[size] = -1;
        if (gain[size] > 0) {
            itemGain[items] = gain[size];
            itemCost[items] = cost[size];
            item[size] = items++;
        }
        size++;
    }

    /** Whether an option is in where it costs least of the limited measure. */
    static boolean in(long v, long w, boolean certain) {
        return certain || w < 0 || (w == 0 && v > 0);
    }

    /**
     * Whether any conclusion is to be expected. With G and C the sums of all items and an item left out,
     * {@code f(n) <= n (C - c) / (G - g)}: the optimum is at most what the same part of every item costs.
     */
    boolean mayBind() {
        double gains = 0;
        double costs = 0;
        for (int i = 0; i < items; i++) {
            gains += itemGain[i];
            costs += itemCost[i];
        }
        for (int t = 0; t < size; t++) {
            boolean is = item[t] >= 0;
            double others = gains - (is ? gain[t] : 0);
            double price = others > 0 ? (costs - (is ? cost[t] : 0)) / others : 0;
            double turned = Math.max(0, (double) need - gain[t]);
            double resting = is ? Math.max(0, need) : 0;
            boolean reached = Math.max(turned, resting) <= others * SURE;
            if (!reached || Math.max(cost[t] + turned * price, resting * price) > room * SURE) {
                return true;
            }
        }
        return false;
    }

    /** Sorts the items; the least total of the limited measure with which the other one's lower end is held. */
    long weigh() {
        relaxation = new Relaxation(itemGain, itemCost, items);
        return total(relaxation.least(need), room);
    }

    /** The same with an option taken, or left. */
    long least(int turn, boolean in) {
        var sorted = Objects.requireNonNull(relaxation, "items are weighed first");
        long lacking = in == rest[turn] ? need : need - gain[turn];
        long left = in == rest[turn] ? room : room - cost[turn];
        long others = item[turn] < 0 ? sorted.least(lacking) : sorted.leastWithout(item[turn], lacking);
        return total(others, left);
    }

    /** Whether both ends can be held beside units that bring this much of the one and take this much of the other. */
    boolean allows(long brought, long taken) {
        var sorted = Objects.requireNonNull(relaxation, "items are weighed first");
        return sorted.least(need - brought) <= room - taken;
    }

    private long total(long others, long left) {
        return others == Long.MAX_VALUE ? others : high - left + others;
    }

    int size() {
        return size;
    }

    /** What was given for the option. */
    int source(int turn) {
        return source[turn];
    }
}
