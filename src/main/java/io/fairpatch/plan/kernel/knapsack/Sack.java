package io.fairpatch.plan.kernel.knapsack;

import java.util.Arrays;

/**
 * One agent's best book at given prices of the units: of the units whose value, cost less price, lies below 0, those that
 * fit and whose values add up to least. A table by load, one row a unit:
 *
 * <pre>row t+1 at x = min(row t at x, row t at (x - load) + value)</pre>
 *
 * A second table from the last unit back tells what each single unit's coming or going costs, as both tables meet at each
 * load (Posta, Ferland and Michelon 2012). O(units below their price x room) each.
 */
final class Sack {
    private int[] unit = new int[64];
    private int[] load = new int[64];
    private int[] value = new int[64];
    private boolean[] taken = new boolean[64];
    private int[][] before = new int[0][];
    private int[][] after = new int[0][];
    private int size;
    private int room;
    private long loads;
    private int values;
    private final int width;
    private long work;

    /** @param most room of all agents */
    Sack(int most) {
        this.width = most + 1;
    }

    void begin(int itsRoom) {
        size = 0;
        loads = 0;
        values = 0;
        room = itsRoom;
    }

    /** Adds a unit with a value below 0; in the order of their numbers. */
    void add(int itsUnit, int itsLoad, int itsValue) {
        if (size == unit.length) {
            unit = Arrays.copyOf(unit, 2 * size);
            load = Arrays.copyOf(load, 2 * size);
            value = Arrays.copyOf(value, 2 * size);
            taken = new boolean[2 * size];
        }
        unit[size] = itsUnit;
        load[size] = itsLoad;
        value[size++] = itsValue;
        loads += itsLoad;
        values += itsValue;
    }

    /** Chooses the book; the sum of its values. */
    int choose() {
        work += size;
        if (loads <= room) {
            Arrays.fill(taken, 0, size, true);
            return values;
        }
        forth();
        int x = room;
        for (int t = size - 1; t >= 0; t--) {
            taken[t] = before[t + 1][x] != before[t][x];
            x -= taken[t] ? load[t] : 0;
        }
        return before[size][room];
    }

    private void forth() {
        work += (long) size * room;
        before = rows(before);
        Arrays.fill(before[0], 0, room + 1, 0);
        for (int t = 0; t < size; t++) {
            row(before[t], before[t + 1], load[t], value[t], room + 1);
        }
    }

    /** Fills both tables, for what single units' coming or going costs. */
    void both() {
        work += (long) size * room;
        forth();
        after = rows(after);
        Arrays.fill(after[size], 0, room + 1, 0);
        for (int t = size - 1; t >= 0; t--) {
            row(after[t + 1], after[t], load[t], value[t], room + 1);
        }
    }

    private int[][] rows(int[][] rows) {
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

    private static void row(int[] from, int[] to, int itsLoad, int itsValue, int end) {
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
        return meet(before[t], after[t + 1], room - load[t]) + value[t] - before[size][room];
    }

    /** By how much the best book with one more unit is worse than the best. */
    int with(int itsLoad, int itsValue) {
        return before[size][room - itsLoad] + itsValue - before[size][room];
    }

    private static int meet(int[] left, int[] right, int together) {
        int least = 0;
        for (int x = 0; x <= together; x++) {
            least = Math.min(least, left[x] + right[together - x]);
        }
        return least;
    }

    int size() {
        return size;
    }

    int unit(int t) {
        return unit[t];
    }

    boolean taken(int t) {
        return taken[t];
    }

    /** Cells filled since the start: the measure of work. */
    long work() {
        return work;
    }
}
