package io.fairpatch.web.view;

/**
 * One rep's line of the before and after picture. Shares are potential over target; all bars of a picture share one
 * scale.
 *
 * @param before share before, 1.0 is on target
 * @param after share after
 * @param scale right end of the picture's axis, as a share
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
        double scale) {
    private static final double WIDTH = 1000;

    /** Position on a picture 1000 wide; a book far off the scale ends at its edge and says its figure beside it. */
    public long x(double share) {
        return Math.round(Math.min(share, scale) / scale * WIDTH);
    }

    public boolean insideBefore() {
        return inside(before);
    }

    public boolean insideAfter() {
        return inside(after);
    }

    private boolean inside(double share) {
        return share >= low && share <= high;
    }

    /** In words, since colour never speaks alone. */
    public String verdict() {
        if (inside(after)) {
            return "in band";
        }
        return after > high ? "over" : "under";
    }
}
