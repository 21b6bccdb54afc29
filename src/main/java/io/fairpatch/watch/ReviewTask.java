package io.fairpatch.watch;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A review of territories in a fiscal quarter.
 *
 * @param year fiscal year, named by the calendar year in which it ends
 * @param quarter 1 to 4
 * @param due first day of the quarter
 * @param done null while it is to be done
 */
public record ReviewTask(int year, int quarter, String purpose, LocalDate due, @Nullable Done done) {

    /** Who said that it is done, and what came of it. */
    public record Done(String by, Instant at, String note) {}

    /** Its name in addresses: 2027-Q1. */
    public String key() {
        return year + "-Q" + quarter;
    }

    /** Whether its quarter has begun and nobody has said that it is done. */
    public boolean waits(LocalDate today) {
        return done == null && !today.isBefore(due);
    }
}
