package io.fairpatch.web.view;

import org.jspecify.annotations.Nullable;

/**
 * One rep's line of the before and after picture. Shares are potential over target; all bars of a picture share one
 * scale.
 *
 * @param before share before, 1.0 is on target
 * @param after share after
 * @param scale right end of the picture's axis, as a share
 * @param href where the rep's moves are shown, null when nowhere
 */
public record BookBar(
        String rep,
        String territory,
        int accountsBefore,
        int accountsAfter,
        long potentialBefore,
        long potentialAfter,
        double before,
        double after,
        double low,
        double high,
        double scale,
        Measure measure,
        @Nullable String href) {
    private static final double WIDTH = 1000;
    private static final long LINE = 15;

    /** Position on a picture 1000 wide; a book far off the scale ends at its edge and says its figure beside it. */
    public long x(double share) {
        return Math.round(Math.min(share, scale) / scale * WIDTH);
    }

    /** Length of a bar on such a picture; that of an empty book is a line, so that it is seen to be there. */
    public long length(double share) {
        return Math.max(LINE, x(share));
    }

    /** Whether a band belongs to the measure. */
    public boolean banded() {
        return measure == Measure.POTENTIAL;
    }

    public String beforeText() {
        return show(before);
    }

    public String afterText() {
        return show(after);
    }

    private String show(double value) {
        return banded() ? Show.percent(value, low, high) : measure.show(value);
    }

    public boolean insideAfter() {
        return inside(after);
    }

    private boolean inside(double share) {
        return !banded() || share >= low && share <= high;
    }

    /** In words, since colour never speaks alone. */
    public String verdict() {
        if (!banded()) {
            double change = after - before;
            return Math.round(change) == 0 ? "no change" : (change > 0 ? "+" : "-") + measure.show(Math.abs(change));
        }
        if (inside(after)) {
            return "in band";
        }
        return after > high ? "over" : "under";
    }
}
