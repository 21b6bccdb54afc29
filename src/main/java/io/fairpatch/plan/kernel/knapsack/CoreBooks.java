package io.fairpatch.plan.kernel.knapsack;

import java.util.Arrays;

/**
 * The best book of a few units, by a table by load, one row a unit:
 *
 * <pre>row t+1 at x = min(row t at x, row t at (x - load) + value)</pre>
 *
 * A second table from the last unit back tells what each single unit's coming or going costs, as both tables meet at each
 * load (Posta, Ferland and Michelon 2012). O(units x room) each.
 */
final class CoreBooks {
    /** More than any book can be worse. */
    private static final int NEVER = Integer.MAX_VALUE / 2;

    private int[] load = new int[64];
    private int[] value = new int[64];
    private boolean[] taken = new boolean[64];
    private int[][] before = new int[0][];
    private int[][] after = new int[0][];
    private int size;
    private int room;
    private final int width;
    private long work;

    /** @param most room of all agents */
    CoreBooks(int most) {
        this.width = most + 1;
    }

    void begin() {
        size = 0;
    }

    /** Adds a unit; its number. */
    int add(int itsLoad, int itsValue) {
        if (size == load.length) {
            load = Arrays.copyOf(load, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
            taken = new boolean[2 * size];
        }
        load[size] = itsLoad;
        value[size] = itsValue;
        return size++;
    }

    /** Chooses the book; the sum of its values. */
    int choose(int itsRoom) {
        room = itsRoom;
        before = rows(before);
        Arrays.fill(before[0], 0, room + 1, 0);
        for (int t = 0; t < size; t++) {
            row(before[t], before[t + 1], load[t], value[t]);
        }
        int x = room;
        for (int t = size - 1; t >= 0; t--) {
            taken[t] = before[t + 1][x] != before[t][x];
            x -= taken[t] ? load[t] : 0;
        }
        return before[size][room];
    }

    /** Fills the second table too. */
    void back() {
        after = rows(after);
        Arrays.fill(after[size], 0, room + 1, 0);
        for (int t = size - 1; t >= 0; t--) {
            row(after[t + 1], after[t], load[t], value[t]);
        }
    }

    private int[][] rows(int[][] rows) {
        work += (long) size * room;
        int has = rows.length;
        if (has > size) {
            return rows;
        }
        int[][] more = Arrays.copyOf(rows, 2 * size + 2);
        for (int t = has; t < more.length; t++) {
            more[t] = new int[width];
        }
        return more;
    }

    private void row(int[] from, int[] to, int itsLoad, int itsValue) {
        int end = room + 1;
        System.arraycopy(from, 0, to, 0, Math.min(itsLoad, end));
        for (int x = itsLoad; x < end; x++) {
            to[x] = Math.min(from[x], from[x - itsLoad] + itsValue);
        }
    }

    /** By how much the best book without the t-th unit is worse than the best. */
    int without(int t) {
        return meet(before[t], after[t + 1], room) - before[size][room];
    }

    /** By how much the best book with the t-th unit is worse than the best. */
    int with(int t) {
        return load[t] > room ? NEVER : meet(before[t], after[t + 1], room - load[t]) + value[t] - before[size][room];
    }

    /** By how much the best book with one more unit is worse than the best. */
    int with(int itsLoad, int itsValue) {
        return itsLoad > room ? NEVER : before[size][room - itsLoad] + itsValue - before[size][room];
    }

    private int meet(int[] left, int[] right, int together) {
        work += together;
        int least = 0;
        for (int x = 0; x <= together; x++) {
            least = Math.min(least, left[x] + right[together - x]);
        }
        return least;
    }

    boolean taken(int t) {
        return taken[t];
    }

    long work() {
        return work;
    }
}
