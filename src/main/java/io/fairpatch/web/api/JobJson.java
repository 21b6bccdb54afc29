package io.fairpatch.web.api;

import io.fairpatch.jobs.JobView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run.
 *
 * @param total units of the stage, 0 when unknown
 * @param problem why it failed, with its code
 */
@Serdeable
public record JobJson(
        UUID id,
        String kind,
        String state,
        String submittedBy,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String stage,
        long done,
        long total,
        boolean stopRequested,
        boolean pauseRequested,
        @Nullable FailureJson problem) {
    /** A failure in its own words. */
    @Serdeable
    public record FailureJson(String code, String what, @Nullable String why, @Nullable String advice) {}

    static JobJson of(JobView job) {
        var problem = job.problem();
        return new JobJson(
                job.id(),
                job.kind().name(),
                job.state().name(),
                job.submittedBy(),
                job.submittedAt(),
                job.startedAt(),
                job.finishedAt(),
                job.stage(),
                job.done(),
                job.total(),
                job.stopRequested(),
                job.pauseRequested(),
                problem == null
                        ? null
                        : new FailureJson(problem.code().id(), problem.what(), problem.why(), problem.advice()));
    }
}
