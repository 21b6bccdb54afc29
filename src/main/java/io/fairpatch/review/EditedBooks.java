package io.fairpatch.review;

import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import io.fairpatch.plan.Book;
import io.fairpatch.plan.VisitHours;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pure: the books of a proposal with accounts moved by hand; each move touches its two books alone. */
final class EditedBooks {
    private final Map<SalesforceId, BookView> books = new LinkedHashMap<>();
    private final Set<SalesforceId> changed = new LinkedHashSet<>();
    private final Hours hours;

    EditedBooks(List<BookView> books, VisitHours hours) {
        this(books, hours::of);
    }

    private EditedBooks(List<BookView> books, Hours hours) {
        books.forEach(view -> this.books.put(view.book().rep(), view));
        this.hours = hours;
    }

    /** The same where nobody asks for hours of work: they stay as they are. */
    static EditedBooks withoutHours(List<BookView> books) {
        return new EditedBooks(books, (tier, account, home) -> 0);
    }

    private interface Hours {
        double of(Tier tier, @Nullable GeoPoint account, @Nullable GeoPoint home);
    }

    /** Takes the account from where the proposal has it and gives it to {@code to}. */
    void move(AccountFact account, SalesforceId to) {
        move(account, account.target(), to);
    }

    /** Takes the account from one book and puts it into the other; null is nobody's. */
    void move(AccountFact account, @Nullable SalesforceId from, @Nullable SalesforceId to) {
        add(account, from, -1);
        add(account, to, 1);
    }

    List<BookView> all() {
        return List.copyOf(books.values());
    }

    /** The books that a move touched. */
    List<BookView> changed() {
        return books.values().stream()
                .filter(view -> changed.contains(view.book().rep()))
                .toList();
    }

    private void add(AccountFact account, @Nullable SalesforceId rep, int sign) {
        BookView view = rep == null ? null : books.get(rep);
        if (rep != null && view != null) {
            books.put(rep, view.holding(load(view, account, sign)));
            changed.add(rep);
        }
    }

    private Book.Load load(BookView view, AccountFact account, int sign) {
        Book.Load was = view.book().after();
        return new Book.Load(
                was.accounts() + sign,
                was.potentialCents() + sign * account.potentialCents(),
                Math.max(
                        0,
                        was.workloadHours()
                                + sign * hours(account, view.skills().home())),
                was.tier1() + (account.tier().equals("1") ? sign : 0),
                was.tier2() + (account.tier().equals("2") ? sign : 0),
                was.tier3() + (account.tier().equals("3") ? sign : 0),
                was.customers() + (account.customer() ? sign : 0));
    }

    private double hours(AccountFact account, @Nullable GeoPoint home) {
        Tier tier =
                switch (account.tier()) {
                    case "1" -> Tier.ONE;
                    case "2" -> Tier.TWO;
                    default -> Tier.THREE;
                };
        return hours.of(tier, account.place(), home);
    }
}
