package io.fairpatch.plan.kernel.knapsack;

import java.util.Arrays;

/**
 * One agent's best book at given prices of the units: of the units whose value, cost less price, lies below 0, those that
 * fit and whose values add up to least.
 *
 * <p>At the price {@code pi = -v_c / w_c} of room, c being the first unit by value a load that no longer fits, a unit has the
 * reduced value {@code d = v + pi w}, and no book is worth less than {@code Z = sum min(0, d) - pi room}. A book that has a
 * unit with d above 0, or lacks one with d below 0, is worth at least {@code Z + |d|}. So where {@code |d|} is above the gap
 * of Z to a book at hand, the unit's place is known (Dantzig 1957; Balas and Zemel 1980), and a table by load is filled for
 * the few others, the core ({@link CoreBooks}). All in whole numbers, times {@code w_c}.
 */
final class Sack {
    private static final int MOST_CORE = 100;

    private int[] unit = new int[64];
    private int[] load = new int[64];
    private int[] value = new int[64];
    private boolean[] taken = new boolean[64];
    private long[] order = new long[64];
    private long[] far = new long[64];
    private int[] place = new int[64];
    private final CoreBooks core;
    private int size;
    private int room;
    private long loads;
    private int values;
    private int criticalLoad;
    private int criticalValue;
    private long gap;
    private long sure;
    private long work;

    /** @param most room of all agents */
    Sack(int most) {
        this.core = new CoreBooks(most);
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
            grow();
        }
        unit[size] = itsUnit;
        load[size] = itsLoad;
        value[size++] = itsValue;
        loads += itsLoad;
        values += itsValue;
    }

    private void grow() {
        unit = Arrays.copyOf(unit, 2 * size);
        load = Arrays.copyOf(load, 2 * size);
        value = Arrays.copyOf(value, 2 * size);
        taken = new boolean[2 * size];
        order = new long[2 * size];
        far = new long[2 * size];
        place = new int[2 * size];
    }

    /** Chooses the book; the sum of its values. */
    int choose() {
        work += 4L * size;
        if (loads <= room) {
            Arrays.fill(taken, 0, size, true);
            criticalLoad = 1;
            criticalValue = 0;
            gap = 0;
            return values;
        }
        price(greedy());
        return fill(gap);
    }

    /** Takes units by value a load while they fit; notes the first that doesn't. The sum of values. */
    private int greedy() {
        for (int t = 0; t < size; t++) {
            float ratio = -value[t] / (float) load[t];
            order[t] = (long) Float.floatToIntBits(ratio) << Integer.SIZE | t;
        }
        Arrays.sort(order, 0, size);
        int left = room;
        int sum = 0;
        criticalLoad = 0;
        for (int o = size - 1; o >= 0; o--) {
            int t = (int) order[o];
            if (load[t] <= left) {
                left -= load[t];
                sum += value[t];
            } else if (criticalLoad == 0) {
                criticalLoad = load[t];
                criticalValue = value[t];
            }
        }
        return sum;
    }

    /** Works out how far each unit's reduced value is from 0, and the gap of the bound to the sum at hand. */
    private void price(int sum) {
        long bound = (long) criticalValue * room;
        for (int t = 0; t < size; t++) {
            far[t] = far(load[t], value[t]);
            bound += Math.min(0, far[t]);
        }
        gap = (long) sum * criticalLoad - bound;
    }

    private long far(int itsLoad, int itsValue) {
        return (long) itsValue * criticalLoad - (long) criticalValue * itsLoad;
    }

    /** Chooses among the units no farther than this, the others being where their reduced values put them. */
    private int fill(long within) {
        int left = room;
        int sum = 0;
        core.begin();
        for (int t = 0; t < size; t++) {
            taken[t] = far[t] < -within;
            place[t] = Math.abs(far[t]) <= within ? core.add(load[t], value[t]) : -1;
            left -= taken[t] ? load[t] : 0;
            sum += taken[t] ? value[t] : 0;
        }
        sum += core.choose(left);
        for (int t = 0; t < size; t++) {
            taken[t] |= place[t] >= 0 && core.taken(place[t]);
        }
        return sum;
    }

    /**
     * Gets ready to say what single units' coming or going costs, up to so much or as far as a core of {@value #MOST_CORE}
     * units tells; the book is chosen anew.
     */
    void both(long upTo) {
        choose();
        sure = 0;
        if (loads > room) {
            for (int t = 0; t < size; t++) {
                order[t] = Math.abs(far[t]);
            }
            Arrays.sort(order, 0, size);
            long most = size > MOST_CORE ? order[MOST_CORE] : Long.MAX_VALUE / 2;
            long within = Math.max(gap, Math.min(most, gap + upTo * criticalLoad));
            sure = (within - gap) / criticalLoad;
            fill(within);
            core.back();
        }
    }

    /** By how much the best book without the t-th unit, which it has, is worse: at least. */
    int without(int t) {
        if (loads <= room) {
            return -value[t];
        }
        return place[t] < 0 ? least(-far[t]) : (int) Math.min(sure, core.without(place[t]));
    }

    /** By how much the best book with the t-th unit, which it lacks, is worse: at least. */
    int with(int t) {
        return place[t] < 0 ? least(far[t]) : (int) Math.min(sure, core.with(place[t]));
    }

    /** By how much the best book with one more unit, of a value of 0 or more, is worse: at least. */
    int with(int itsLoad, int itsValue) {
        if (loads <= room) {
            return itsValue;
        }
        int byRoom = least(far(itsLoad, itsValue));
        return Math.max(byRoom, (int) Math.min(sure, core.with(itsLoad, itsValue)));
    }

    private int least(long itsFar) {
        return (int) Math.max(0, (itsFar - gap) / criticalLoad);
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

    /** The units of the book. */
    int[] book() {
        int[] its = new int[size];
        int count = 0;
        for (int t = 0; t < size; t++) {
            if (taken[t]) {
                its[count++] = unit[t];
            }
        }
        return Arrays.copyOf(its, count);
    }

    /** Cells filled since the start: the measure of work. */
    long work() {
        return work + core.work();
    }
}
