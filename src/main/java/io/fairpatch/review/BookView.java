package io.fairpatch.review;

import io.fairpatch.plan.Book;
import org.jspecify.annotations.Nullable;

/** One rep's book before and after, with the rep's name. */
public record BookView(Book book, String repName, @Nullable String managerId, boolean active) {
    /** Potential over target before; null without a target. */
    public @Nullable Double ratioBefore() {
        return ratio(book.before());
    }

    /** Potential over target after; null without a target. */
    public @Nullable Double ratioAfter() {
        return ratio(book.after());
    }

    private @Nullable Double ratio(Book.Load load) {
        return book.targetCents() == 0 ? null : (double) load.potentialCents() / book.targetCents();
    }
}
