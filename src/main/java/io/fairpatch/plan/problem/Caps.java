package io.fairpatch.plan.problem;

/** Most accounts of a seat: in total and of tiers 1, 2 and 3. {@link #NONE} in a place leaves it open. */
public record Caps(int total, int tier1, int tier2, int tier3) {
    public static final int NONE = Integer.MAX_VALUE;
    public static final Caps OPEN = new Caps(NONE, NONE, NONE, NONE);

    /** Measures that are capped: all accounts (0), and those of tiers 1, 2 and 3. */
    public static final int MEASURES = 4;

    /** The cap of a measure, {@link #NONE} when open. */
    public int of(int measure) {
        return switch (measure) {
            case 0 -> total;
            case 1 -> tier1;
            case 2 -> tier2;
            default -> tier3;
        };
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
