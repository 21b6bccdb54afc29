package io.fairpatch.review;

import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.RampStage;
import io.fairpatch.plan.Book;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rep's book before and after, with the rep's name. */
public record BookView(
        Book book,
        String repName,
        @Nullable String managerId,
        @Nullable String managerName,
        boolean active,
        Skills skills) {
    /**
     * What decides whether the rep may have an account.
     *
     * @param languages ISO 639 codes; empty is unknown, which hinders nothing
     * @param home where the rep works from, null when unknown
     */
    public record Skills(Set<String> languages, Set<String> clearances, RampStage ramp, @Nullable GeoPoint home) {
        public Skills {
            languages = Set.copyOf(languages);
            clearances = Set.copyOf(clearances);
        }
    }

    /** The same book with another load after. */
    BookView holding(Book.Load after) {
        var changed = new Book(
                book.rep(),
                book.territory(),
                book.capacity(),
                book.targetCents(),
                book.before(),
                after,
                book.narrative());
        return new BookView(changed, repName, managerId, managerName, active, skills);
    }

    /** The same book, beginning from another load. */
    BookView beginning(Book.Load before) {
        var changed = new Book(
                book.rep(),
                book.territory(),
                book.capacity(),
                book.targetCents(),
                before,
                book.after(),
                book.narrative());
        return new BookView(changed, repName, managerId, managerName, active, skills);
    }

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
