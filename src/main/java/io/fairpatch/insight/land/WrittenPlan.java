package io.fairpatch.insight.land;

import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was planned and written last.
 *
 * @param proposal its id
 * @param day on which it was written
 * @param copied whether the org was copied since, so that what became of it shows
 * @param books as planned
 * @param placed the reps that moved accounts were given to, its earlier phases included
 */
public record WrittenPlan(
        String proposal,
        LocalDate day,
        boolean copied,
        List<PlannedBook> books,
        Map<SalesforceId, SalesforceId> placed) {
    public WrittenPlan {
        books = List.copyOf(books);
        placed = Map.copyOf(placed);
    }

    /**
     * A book as planned.
     *
     * @param targetCents its share of all potential, a year
     */
    public record PlannedBook(
            SalesforceId rep, String repName, String territory, long accounts, long potentialCents, long targetCents) {}
}
