package io.fairpatch.plan.engine;

import java.util.Arrays;

/** For each seat the units that are least dearer there than at their cheapest seat. Safe for offers from many threads. */
final class Reach {
    private final int most;
    private final long[][] keys;
    private final int[] sizes;

    /** What takes a pair. */
    interface Taker {
        void take(int unit, int seat);
    }

    /** @param most units a seat */
    Reach(int seats, int most) {
        this.most = most;
        this.keys = new long[seats][2 * most];
        this.sizes = new int[seats];
    }

    /**
     * Notes a unit. Ties are settled by the unit's number, so that the order of offers doesn't matter.
     *
     * @param dearer cents, 0 or more
     */
    void offer(int seat, int unit, long dearer) {
        long key = Math.min(dearer, Integer.MAX_VALUE) << Integer.SIZE | unit;
        long[] mine = keys[seat];
        synchronized (mine) {
            if (sizes[seat] >= most && key >= mine[most - 1]) {
                return;
            }
            mine[sizes[seat]++] = key;
            if (sizes[seat] == mine.length || sizes[seat] == most) {
                Arrays.sort(mine, 0, sizes[seat]);
                sizes[seat] = Math.min(most, sizes[seat]);
            }
        }
    }

    void forEach(Taker taker) {
        for (int seat = 0; seat < keys.length; seat++) {
            Arrays.sort(keys[seat], 0, sizes[seat]);
            for (int i = 0; i < Math.min(most, sizes[seat]); i++) {
                taker.take((int) keys[seat][i], seat);
            }
        }
    }
}
