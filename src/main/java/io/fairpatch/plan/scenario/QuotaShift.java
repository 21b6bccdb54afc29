package io.fairpatch.plan.scenario;

import io.fairpatch.plan.Balance;
import io.fairpatch.plan.Book;
import java.util.List;

/**
 * What it takes to make books fair by quotas alone, each rep's in step with the potential of the book as it is.
 *
 * @param sharePassed share of all quota that passes from one rep to another
 * @param repsTouched reps whose quota changes by more than a tenth
 * @param spread highest over lowest quota of a full rep: what the unevenness turns into, capped at 999.99
 */
public record QuotaShift(double sharePassed, int repsTouched, double spread) {
    private static final double NOTABLE = 0.1;

    static QuotaShift of(List<Book> books) {
        List<Book> targeted =
                books.stream().filter(book -> book.targetCents() > 0).toList();
        double targets = targeted.stream().mapToDouble(Book::targetCents).sum();
        double potential = targeted.stream()
                .mapToDouble(book -> book.before().potentialCents())
                .sum();
        double passed = 0;
        int touched = 0;
        for (Book book : targeted) {
            double quota = potential == 0
                    ? book.targetCents()
                    : targets * book.before().potentialCents() / potential;
            passed += Math.abs(quota - book.targetCents()) / 2;
            touched += Math.abs(quota / book.targetCents() - 1) > NOTABLE ? 1 : 0;
        }
        return new QuotaShift(
                targets == 0 ? 0 : passed / targets,
                touched,
                Balance.before(books).spread());
    }
}
