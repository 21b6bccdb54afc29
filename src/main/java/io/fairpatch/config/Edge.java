package io.fairpatch.config;

import org.jspecify.annotations.Nullable;

/**
 * Where a watched number begins to ask for action. Exactly one of {@code over} and {@code under} is given; the edge itself
 * is still quiet.
 *
 * @param over fires above this
 * @param under fires below this
 * @param periods quarters in a row in which it must hold, 1 to 4; null for 1
 */
public record Edge(@Nullable Double over, @Nullable Double under, @Nullable Integer periods) {
    /** Sums of cents and hours come out a little off in binary; this much is not a crossing. */
    private static final double ROUNDING = 1e-9;

    public Edge {
        Checks.that((over == null) != (under == null), "A trigger must have either over or under");
        Checks.between("periods", periods == null ? 1 : periods, 1, 4);
    }

    public static Edge over(double value) {
        return new Edge(value, null, null);
    }

    public static Edge under(double value) {
        return new Edge(null, value, null);
    }

    /** The same edge, to be crossed so many quarters in a row. */
    public Edge inRow(int quarters) {
        return new Edge(over, under, quarters);
    }

    /** Whether this value lies beyond it. NaN never does. */
    public boolean crossed(double value) {
        if (over != null) {
            return value > over + ROUNDING;
        }
        return under != null && value < under - ROUNDING;
    }

    /** The number of the edge. */
    public double value() {
        return over != null ? over : under == null ? Double.NaN : under;
    }

    /** Quarters in a row, at least 1. */
    public int inRow() {
        return periods == null ? 1 : periods;
    }
}
