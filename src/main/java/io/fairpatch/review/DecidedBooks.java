package io.fairpatch.review;

import io.fairpatch.plan.VisitHours;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The books of a proposal as people decided so far: an account whose move was declined or deferred stays where it is, and
 * so does one whose move a commit did not write. What is stored with a version is the books with all its moves.
 */
final class DecidedBooks {
    private DecidedBooks() {}

    static List<BookView> read(Handle handle, Seen seen, VisitHours hours) {
        return keep(handle, seen, new EditedBooks(all(handle, seen), hours)).all();
    }

    /** The books of {@link #read} that differ from those of all moves. */
    static List<BookView> changed(Handle handle, Seen seen, VisitHours hours) {
        return keep(handle, seen, new EditedBooks(all(handle, seen), hours)).changed();
    }

    /** How fair they are. */
    static ProposalSummary.Balance balance(Handle handle, Seen seen) {
        return Trial.balance(
                keep(handle, seen, EditedBooks.withoutHours(all(handle, seen))).all());
    }

    private static EditedBooks keep(Handle handle, Seen seen, EditedBooks books) {
        AccountFacts.kept(handle, seen.org(), seen.id(), seen.version())
                .forEach(fact -> books.move(fact, fact.target(), fact.rep()));
        return books;
    }

    private static List<BookView> all(Handle handle, Seen seen) {
        return LineDetails.books(handle, seen.org(), seen.id(), seen.version());
    }
}
