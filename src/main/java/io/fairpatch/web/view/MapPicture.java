package io.fairpatch.web.view;

import java.util.List;

/**
 * Accounts on a map, today and as proposed, side by side.
 *
 * @param outline file and part that holds the borders
 * @param viewBox the part of the map that is shown
 * @param unplaced accounts without a known place
 * @param outside accounts beyond the edge of the picture
 * @param reps the table behind it
 */
public record MapPicture(
        String outline,
        String viewBox,
        List<Dot> before,
        List<Dot> after,
        long unplaced,
        long outside,
        List<Rep> reps) {
    public MapPicture {
        before = List.copyOf(before);
        after = List.copyOf(after);
        reps = List.copyOf(reps);
    }

    /**
     * Accounts of one rep at about one place.
     *
     * @param fill the rep's colour
     * @param css whether the rep is the one looked at, or another
     */
    public record Dot(String x, String y, String radius, String fill, String css) {}

    /** What the map says of one rep, in figures. */
    public record Rep(
            String name,
            String fill,
            long before,
            long after,
            long come,
            long go,
            String wideBefore,
            String wideAfter) {}
}
