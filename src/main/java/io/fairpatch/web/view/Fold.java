package io.fairpatch.web.view;

import java.util.List;

/**
 * A list of which the first few are seen at once and the others wait behind a fold.
 *
 * @param more empty where the list is short
 */
public record Fold<T>(List<T> shown, List<T> more) {
    public Fold {
        shown = List.copyOf(shown);
        more = List.copyOf(more);
    }

    /** @param most that are seen at once */
    static <T> Fold<T> of(List<T> all, int most) {
        int seen = Math.min(most, all.size());
        return new Fold<>(all.subList(0, seen), all.subList(seen, all.size()));
    }
}
