package io.fairpatch.plan.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is assigned as a whole: an account, or a family of accounts. Compared by identity; its arrays are not copied and
 * must not be changed.
 */
public final class Unit {
    /** No pin. */
    public static final int FREE = -1;

    private final int index;
    private final String name;
    private final long potential;
    private final int[] counts;
    private final Pin why;
    private final int pin;
    private final int[] options;
    private final Holders holders;
    private final Map<Need, int[]> broken;
    /** Of all needs together, by seat; empty when every seat meets them. */
    private final int[] brokenInAll;

    /**
     * @param counts accounts by {@link Count}
     * @param pin seat it must stay with, or {@link #FREE}
     * @param options seats it may go to, ascending, at least one
     * @param broken by need, then seat: accounts whose need the seat does not meet; a need that every seat meets is absent
     */
    public Unit(
            int index,
            String name,
            long potential,
            int[] counts,
            Pin why,
            int pin,
            int[] options,
            Holders holders,
            Map<Need, int[]> broken) {
        this.index = index;
        this.name = name;
        this.potential = potential;
        this.counts = counts;
        this.why = why;
        this.pin = pin;
        this.options = options;
        this.holders = holders;
        this.broken = broken.isEmpty() ? Map.of() : new EnumMap<>(broken);
        this.brokenInAll = sum(broken.values());
    }

    private static int[] sum(Collection<int[]> rows) {
        int[] sum = new int[rows.stream().mapToInt(row -> row.length).max().orElse(0)];
        rows.forEach(row -> Arrays.setAll(sum, seat -> sum[seat] + row[seat]));
        return sum;
    }

    public int index() {
        return index;
    }

    public String name() {
        return name;
    }

    /** Attainable money a year, cents. */
    public long potential() {
        return potential;
    }

    public int accounts() {
        return count(Count.ACCOUNTS);
    }

    /** Accounts of a kind. */
    public int count(Count count) {
        return counts[count.ordinal()];
    }

    /** Why it is pinned. */
    public Pin why() {
        return why;
    }

    public int pin() {
        return pin;
    }

    public int[] options() {
        return options;
    }

    public Holders holders() {
        return holders;
    }

    /** Accounts that would not be where a pin of this kind wants them. */
    public int pinBroken(Pin kind, int seat) {
        return why != kind || pin == FREE || pin == seat ? 0 : accounts();
    }

    /** Accounts whose need the seat does not meet. */
    public int broken(Need need, int seat) {
        int[] counted = broken.get(need);
        return counted == null ? 0 : counted[seat];
    }

    /** Accounts that break a rule of theirs with this seat. */
    public int broken(int seat) {
        int needs = brokenInAll.length == 0 ? 0 : brokenInAll[seat];
        return pinBroken(why, seat) + needs;
    }

    /** The same unit that may go to these seats only, ascending, at least one. */
    public Unit only(int... seats) {
        return new Unit(index, name, potential, counts, why, pin, seats, holders, broken);
    }

    @Override
    public String toString() {
        return name;
    }
}
