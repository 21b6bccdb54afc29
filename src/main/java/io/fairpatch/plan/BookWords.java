package io.fairpatch.plan;

import io.fairpatch.model.Counts;
import io.fairpatch.model.Money;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/**
 * What two books say for a move. Mostly it is how they stood before; where the giver had less than the receiver and the
 * plan turns that round, with all that comes to the giver, it is how they stand in the plan.
 */
final class BookWords {
    private final Prepared prepared;
    private final List<Book> books;

    BookWords(Prepared prepared, List<Book> books) {
        this.prepared = prepared;
        this.books = books;
    }

    String balance(Shift shift, int from) {
        boolean planned = isTurned(shift, from, BookWords::ofTarget);
        return "Balance: " + (planned ? "in this plan " : "") + name(from) + " " + standing(from, planned) + ", "
                + name(shift.toSeat()) + " " + standing(shift.toSeat(), planned) + "; "
                + Money.words(prepared.score(shift.account()).potentialCents()) + " goes over.";
    }

    String workload(Shift shift, int from) {
        boolean planned = isTurned(
                shift, from, (book, load) -> load.workloadHours() / (book.capacity() > 0 ? book.capacity() : 1));
        return "Workload: " + (planned ? "in this plan " : "") + name(from) + (planned ? " has " : " had ")
                + hours(from, planned) + ", " + name(shift.toSeat()) + " " + hours(shift.toSeat(), planned) + ".";
    }

    String capacity(Shift shift, int from) {
        Caps caps = prepared.problem().seats().get(from).caps();
        for (Count count : List.of(Count.ACCOUNTS, Count.TIER_1, Count.TIER_2, Count.TIER_3)) {
            boolean takesPart = shift.unit().count(count) > 0;
            if (takesPart && accounts(count, books.get(from).after()) >= caps.of(count)) {
                String tier =
                        count == Count.ACCOUNTS ? "" : " of tier " + (count.ordinal() - Count.TIER_1.ordinal() + 1);
                return "Capacity: " + name(from) + " may have " + Counts.of(caps.of(count), "account", "accounts")
                        + tier
                        + " and this plan fills them ("
                        + accounts(count, books.get(from).before()) + " before); "
                        + name(shift.toSeat()) + " has room.";
            }
        }
        return "Capacity: " + name(from) + " had " + all(from) + ", " + name(shift.toSeat()) + " " + all(shift.toSeat())
                + "; caps limit how many of each tier a rep may have.";
    }

    /** Where a book stood before, in words. */
    String standing(int seat) {
        return standing(seat, false);
    }

    private String standing(int seat, boolean planned) {
        Book book = books.get(seat);
        if (book.targetCents() <= 0) {
            return planned ? "has no target" : "had no target";
        }
        String verb = planned ? "is " : "was ";
        double over = 100 * ofTarget(book, load(book, planned)) - 100;
        if (Math.abs(over) < 0.5) {
            return verb + "on target";
        }
        return String.format(Locale.ROOT, "%s%.0f %% %s target", verb, Math.abs(over), over > 0 ? "over" : "under");
    }

    private String hours(int seat, boolean planned) {
        return String.format(
                        Locale.ROOT,
                        "%,.0f hours of work",
                        load(books.get(seat), planned).workloadHours())
                + atCapacity(seat);
    }

    private String all(int seat) {
        return Counts.of(books.get(seat).before().accounts(), "account", "accounts") + atCapacity(seat);
    }

    /** Hours and accounts of who ramps are no measure beside those of a full rep. */
    private String atCapacity(int seat) {
        double capacity = books.get(seat).capacity();
        return capacity <= 0 || capacity == 1 ? "" : String.format(Locale.ROOT, " at %.0f %% capacity", 100 * capacity);
    }

    private static int accounts(Count count, Book.Load load) {
        return switch (count) {
            case TIER_1 -> load.tier1();
            case TIER_2 -> load.tier2();
            case TIER_3 -> load.tier3();
            case ACCOUNTS, CUSTOMERS, GROWTH, COMPLEX, SIZE -> load.accounts();
        };
    }

    private boolean isTurned(Shift shift, int from, ToDoubleBiFunction<Book, Book.Load> fill) {
        return !isMore(shift, from, fill, Book::before) && isMore(shift, from, fill, Book::after);
    }

    private boolean isMore(
            Shift shift, int from, ToDoubleBiFunction<Book, Book.Load> fill, Function<Book, Book.Load> side) {
        Book giver = books.get(from);
        Book receiver = books.get(shift.toSeat());
        return fill.applyAsDouble(giver, side.apply(giver)) > fill.applyAsDouble(receiver, side.apply(receiver));
    }

    private static Book.Load load(Book book, boolean planned) {
        return planned ? book.after() : book.before();
    }

    private static double ofTarget(Book book, Book.Load load) {
        return book.targetCents() <= 0 ? 0 : (double) load.potentialCents() / book.targetCents();
    }

    private String name(int seat) {
        return prepared.roster().rep(seat).name();
    }
}
