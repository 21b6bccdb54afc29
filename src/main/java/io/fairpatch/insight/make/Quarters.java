package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.model.Opportunity;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The last quarters as three months each up to today, the newest first.
 *
 * @param from first day
 * @param to last day
 */
record Quarters(LocalDate from, LocalDate to) {
    /** A judgement needs so many periods: one noisy month is no sign. */
    static final int NEEDED = 3;

    private static final int MONTHS = 3;

    static List<Quarters> last(Landscape land, int count) {
        return IntStream.range(0, count)
                .mapToObj(back -> new Quarters(
                        land.today().minusMonths((long) MONTHS * (back + 1)).plusDays(1),
                        land.today().minusMonths((long) MONTHS * back)))
                .toList();
    }

    String words() {
        return from + " to " + to;
    }

    /** Amounts won in it by accounts of the territory, cents. */
    long won(Territory territory) {
        return Entry.sum(territory.accounts().stream()
                .flatMap(entry -> entry.closed(from, to).filter(Opportunity::won)));
    }

    /** Closed deals in it, won or lost. */
    long deals(Territory territory) {
        return territory.accounts().stream()
                .flatMap(entry -> entry.closed(from, to))
                .count();
    }
}
