package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.report.Row;
import io.fairpatch.plan.Focus;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a book is like to work on, or what several are like on average.
 *
 * @param accounts a book
 * @param potential cents an account
 * @param complex share of enterprise companies
 * @param cycle days, NaN when unknown
 */
record BookKind(double accounts, double potential, double complex, double cycle) {
    static BookKind of(List<Territory> territories, Cycles cycles) {
        List<Entry> entries = territories.stream()
                .flatMap(territory -> territory.accounts().stream())
                .toList();
        return new BookKind(
                territories.isEmpty() ? 0 : (double) entries.size() / territories.size(),
                mean(entries, Entry::potential),
                mean(entries, entry -> Focus.isComplex(entry.profile().size()) ? 1 : 0),
                mean(entries, cycles::of));
    }

    private static double mean(List<Entry> entries, ToDoubleFunction<Entry> of) {
        return entries.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    /** In what it is not a book to learn on, beside the others; empty when it is one. */
    String verdict(BookKind team) {
        if (accounts == 0) {
            return "no accounts";
        }
        if (accounts >= team.accounts) {
            return "as many accounts as the others";
        }
        if (potential < team.potential) {
            return "poorer accounts than the others";
        }
        if (complex > team.complex) {
            return "more complex than the others";
        }
        return cycle > team.cycle ? "longer cycle than the others" : "";
    }

    Row row(String key, String name, String rep, String stage, String verdict) {
        return Row.of(key, name, rep, stage, accounts, potential, complex, cycle, verdict);
    }
}
