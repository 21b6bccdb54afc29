package io.fairpatch.plan.problem;

/**
 * Where a load has to lie.
 *
 * @param low least, included
 * @param high most, included
 * @param target what violations are measured against, above 0
 */
public record Band(long low, long high, long target) {
    /** A violation of the whole target, in the unit of {@link #violation}. */
    public static final long WHOLE = 10_000;

    /** Holds any load. */
    public static final Band OPEN = new Band(0, Long.MAX_VALUE, 1);

    public Band {
        if (low < 0 || high < low || target < 1) {
            throw new IllegalArgumentException("The band from " + low + " to " + high
                    + " must be in order, and its target " + target + " above 0");
        }
    }

    /** The band of {@code share} either side of the target; a target of 0 allows nothing and is measured by scale. */
    public static Band around(double target, double share, long scale) {
        if (target < 1) {
            return new Band(0, 0, Math.max(1, scale));
        }
        return new Band(
                (long) Math.ceil(target * Math.max(0, 1 - share)),
                (long) Math.floor(target * (1 + share)),
                Math.round(target));
    }

    public boolean isOpen() {
        return high == Long.MAX_VALUE;
    }

    /** The same band without a lower end. */
    public Band withoutLow() {
        return new Band(0, high, target);
    }

    /** How far a load is over the band, in hundredths of a percent of the target, rounded up. */
    public long above(long load) {
        return load <= high ? 0 : hundredths(load - high);
    }

    /** How far a load is under the band, in hundredths of a percent of the target, rounded up. */
    public long below(long load) {
        return load >= low ? 0 : hundredths(low - load);
    }

    /** How far a load is outside the band, in hundredths of a percent of the target, rounded up. */
    public long violation(long load) {
        return above(load) + below(load);
    }

    private long hundredths(long outside) {
        return (long) Math.ceil((double) outside / target * WHOLE);
    }
}
