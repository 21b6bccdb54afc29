package io.fairpatch.web.view;

import java.util.List;

/**
 * Accounts on a map, by coverage: a dot is the accounts of one status at about one place, as large as their potential.
 *
 * @param unplaced accounts without a known place
 * @param outside accounts beyond the edge of the picture
 * @param keys what the colours mean, with the figures
 */
public record CoverageMap(String outline, String viewBox, List<Dot> dots, long unplaced, long outside, List<Key> keys) {
    public CoverageMap {
        dots = List.copyOf(dots);
        keys = List.copyOf(keys);
    }

    /** @param css names the status */
    public record Dot(String x, String y, String radius, String css, String title) {}

    /** @param css names the status */
    public record Key(String words, String css, long accounts, long potentialCents) {}
}
