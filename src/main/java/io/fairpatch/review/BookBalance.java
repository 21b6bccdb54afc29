package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Balance;
import io.fairpatch.plan.Book;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Pure: how fair the books are, before and after. */
final class BookBalance {
    private BookBalance() {}

    /** Over the books of {@code active} reps that have a target; 1 and 0 when there is none. */
    static ProposalSummary.Balance of(List<Book> books, Set<SalesforceId> active) {
        List<Book> counted = books.stream()
                .filter(book -> book.targetCents() > 0 && active.contains(book.rep()))
                .toList();
        DoubleSummaryStatistics before = ratios(counted, Book::before);
        DoubleSummaryStatistics after = ratios(counted, Book::after);
        return new ProposalSummary.Balance(spread(before), spread(after), largest(before), largest(after));
    }

    private static DoubleSummaryStatistics ratios(List<Book> books, Function<Book, Book.Load> load) {
        return books.stream()
                .mapToDouble(book -> (double) load.apply(book).potentialCents() / book.targetCents())
                .summaryStatistics();
    }

    private static double spread(DoubleSummaryStatistics ratios) {
        if (ratios.getCount() == 0) {
            return 1;
        }
        return ratios.getMin() <= 0
                ? Balance.LARGEST_SPREAD
                : Math.min(Balance.LARGEST_SPREAD, ratios.getMax() / ratios.getMin());
    }

    private static double largest(DoubleSummaryStatistics ratios) {
        return ratios.getCount() == 0 ? 0 : ratios.getMax();
    }
}
