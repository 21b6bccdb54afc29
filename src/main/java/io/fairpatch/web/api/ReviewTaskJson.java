package io.fairpatch.web.api;

import io.fairpatch.watch.ReviewTask;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A review of territories in a fiscal quarter.
 *
 * @param key as 2027-Q1
 * @param due first day of the quarter
 * @param doneBy null while it is to be done
 */
@Serdeable
record ReviewTaskJson(String key, String purpose, LocalDate due, @Nullable String doneBy, @Nullable String note) {
    static ReviewTaskJson of(ReviewTask task) {
        var done = task.done();
        return new ReviewTaskJson(
                task.key(),
                task.purpose(),
                task.due(),
                done == null ? null : done.by(),
                done == null ? null : done.note());
    }
}
