package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Book;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rep's book as it is in force, with what the last change did.
 *
 * @param proposal the proposal that tells; its books before when it is not committed
 * @param committed whether the book is the one after it
 * @param effective the day from which it holds, null when unknown
 * @param load what the book weighs
 * @param accounts the rep's own, best score first
 * @param come accounts that came, with the reason as the CRM says it; empty while nothing is committed
 * @param go accounts that went
 * @param stay accounts that were to come or go, and whose change is not written
 */
public record OwnBook(
        String proposal,
        boolean committed,
        @Nullable LocalDate effective,
        BookView book,
        Book.Load load,
        List<AccountFact> accounts,
        List<RepLetter.Change> come,
        List<RepLetter.Change> go,
        List<RepLetter.Stays> stay) {
    public OwnBook {
        accounts = List.copyOf(accounts);
        come = List.copyOf(come);
        go = List.copyOf(go);
        stay = List.copyOf(stay);
    }

    /** Potential over target, null without a target. */
    public @Nullable Double ratio() {
        return committed ? book.ratioAfter() : book.ratioBefore();
    }

    /** The whole in plain words. */
    public List<String> letter() {
        return RepLetter.of(
                book.repName(),
                book.book().territory(),
                load.accounts(),
                load.potentialCents(),
                ratio(),
                committed ? effective : null,
                come,
                go,
                stay);
    }

    SalesforceId rep() {
        return book.book().rep();
    }
}
