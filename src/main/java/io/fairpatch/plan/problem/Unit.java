package io.fairpatch.plan.problem;

import org.jspecify.annotations.Nullable;

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
    private final int[] tiers;
    private final int pin;
    private final int[] options;
    private final Holders holders;
    private final int @Nullable [] languageBroken;
    private final int @Nullable [] complianceBroken;

    /**
     * @param tiers accounts of tiers 1, 2 and 3
     * @param pin seat it must stay with, or {@link #FREE}
     * @param options seats it may go to, ascending, at least one
     * @param languageBroken by seat: accounts whose language the seat lacks; null when none has a need
     * @param complianceBroken by seat: accounts the seat is not cleared for; null when none has a need
     */
    public Unit(
            int index,
            String name,
            long potential,
            int[] tiers,
            int pin,
            int[] options,
            Holders holders,
            int @Nullable [] languageBroken,
            int @Nullable [] complianceBroken) {
        this.index = index;
        this.name = name;
        this.potential = potential;
        this.tiers = tiers;
        this.pin = pin;
        this.options = options;
        this.holders = holders;
        this.languageBroken = languageBroken;
        this.complianceBroken = complianceBroken;
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
        return tiers[0] + tiers[1] + tiers[2];
    }

    /** Accounts that count to a measure of {@link Caps}. */
    public int counted(int measure) {
        return measure == 0 ? accounts() : tier(measure);
    }

    /** Accounts of a tier, 1 to 3. */
    public int tier(int tier) {
        return tiers[tier - 1];
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

    /** Accounts that would leave the rep they are pinned to. */
    public int pinBroken(int seat) {
        return pin == FREE || pin == seat ? 0 : accounts();
    }

    public int languageBroken(int seat) {
        return languageBroken == null ? 0 : languageBroken[seat];
    }

    public int complianceBroken(int seat) {
        return complianceBroken == null ? 0 : complianceBroken[seat];
    }

    /** Accounts that break a rule of theirs with this seat. */
    public int broken(int seat) {
        return pinBroken(seat) + languageBroken(seat) + complianceBroken(seat);
    }

    @Override
    public String toString() {
        return name;
    }
}
