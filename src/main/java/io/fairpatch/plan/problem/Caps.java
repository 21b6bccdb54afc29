package io.fairpatch.plan.problem;

/** Most accounts of a seat: in total and of tiers 1, 2 and 3. {@link #NONE} in a place leaves it open. */
public record Caps(int total, int tier1, int tier2, int tier3) {
    public static final int NONE = Integer.MAX_VALUE;
    public static final Caps OPEN = new Caps(NONE, NONE, NONE, NONE);

    /** The cap of a count, {@link #NONE} when open. */
    public int of(Count count) {
        return switch (count) {
            case ACCOUNTS -> total;
            case TIER_1 -> tier1;
            case TIER_2 -> tier2;
            case TIER_3 -> tier3;
            case CUSTOMERS, GROWTH, COMPLEX, SIZE -> NONE;
        };
    }

    /** Accounts that fit under all caps together, {@link #NONE} when open. */
    public int most() {
        return (int) Math.min(total, (long) tier1 + tier2 + tier3);
    }

    /** Accounts above the total. */
    public int over(int accounts) {
        return Math.max(0, accounts - total);
    }

    /** Accounts above the caps of their tiers. */
    public int overTiers(int ones, int twos, int threes) {
        return Math.max(0, ones - tier1) + Math.max(0, twos - tier2) + Math.max(0, threes - tier3);
    }

    public boolean isOpen() {
        return total == NONE && !hasTierCaps();
    }

    public boolean hasTierCaps() {
        return tier1 != NONE || tier2 != NONE || tier3 != NONE;
    }
}
