package io.fairpatch.jobs;

import io.fairpatch.error.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as people see it.
 *
 * @param params what it was asked to do, JSON
 * @param done units of {@code stage} done so far
 * @param total 0 when unknown
 * @param problem why it failed, when it failed
 * @param result what it made, JSON, when it is done
 */
public record JobView(
        String orgId,
        UUID id,
        JobKind kind,
        JobState state,
        String params,
        String submittedBy,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String stage,
        long done,
        long total,
        boolean stopRequested,
        boolean pauseRequested,
        @Nullable Problem problem,
        @Nullable String result) {}
