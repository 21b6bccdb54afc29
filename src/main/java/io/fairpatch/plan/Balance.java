package io.fairpatch.plan;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How even the books are, by potential over target, over reps with a target.
 *
 * @param spread highest over lowest, at least 1, capped at 999.99, which it is where a book is empty
 * @param variation coefficient of variation: standard deviation over mean
 * @param gini 0 when all are equal, towards 1 when one has everything
 * @param lowest share of its target the poorest book has
 * @param highest share of its target the richest book has
 */
public record Balance(double spread, double variation, double gini, double lowest, double highest) {
    /** What a spread is where a book is empty, or where all are; the figure is finite. */
    public static final double LARGEST_SPREAD = 999.99;

    private static final Balance EVEN = new Balance(1, 0, 0, 1, 1);

    public static Balance before(List<Book> books) {
        return of(books, Book::before);
    }

    public static Balance after(List<Book> books) {
        return of(books, Book::after);
    }

    private static Balance of(List<Book> books, Function<Book, Book.Load> side) {
        return of(books.stream()
                .filter(book -> book.targetCents() > 0)
                .mapToDouble(book -> (double) side.apply(book).potentialCents() / book.targetCents())
                .toArray());
    }

    /** @param shares potential over target, one a book */
    public static Balance of(double[] shares) {
        if (shares.length == 0) {
            return EVEN;
        }
        double[] sorted = shares.clone();
        Arrays.sort(sorted);
        double lowest = sorted[0];
        double highest = sorted[sorted.length - 1];
        double mean = Arrays.stream(sorted).average().orElse(0);
        if (mean <= 0) {
            return new Balance(LARGEST_SPREAD, 0, 0, lowest, highest);
        }
        double squares = 0;
        double ranked = 0;
        for (int i = 0; i < sorted.length; i++) {
            squares += (sorted[i] - mean) * (sorted[i] - mean);
            ranked += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
        }
        double spread = lowest <= 0 ? LARGEST_SPREAD : Math.min(LARGEST_SPREAD, highest / lowest);
        double n = sorted.length;
        return new Balance(spread, Math.sqrt(squares / n) / mean, ranked / (n * n * mean), lowest, highest);
    }
}
