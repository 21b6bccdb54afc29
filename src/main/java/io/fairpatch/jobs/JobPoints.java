package io.fairpatch.jobs;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code job_point}: how a search under way gets better. Thread-safe. */
@Singleton
class JobPoints {
    private final Jdbi jdbi;

    JobPoints(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(UUID job, CoursePoint point) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into job_point (job_id, seconds, cost, bound) values (:job, :seconds, :cost, :bound)")
                .bind("job", job)
                .bind("seconds", point.seconds())
                .bind("cost", point.cost())
                .bind("bound", point.bound())
                .execute());
    }

    /** Forgets those of a job that begins anew. */
    void clear(UUID job) {
        jdbi.useHandle(handle -> handle.execute("delete from job_point where job_id = ?", job));
    }

    /** In the order of time. */
    List<CoursePoint> of(UUID job) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select seconds, cost, bound from job_point where job_id = :job order by seconds")
                .bind("job", job)
                .map((row, context) -> new CoursePoint(
                        row.getDouble("seconds"),
                        row.getObject("cost", Double.class),
                        row.getObject("bound", Double.class)))
                .list());
    }
}
