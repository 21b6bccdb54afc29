package io.fairpatch.commit;

import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to write a proposal's approved lines.
 *
 * @param number 1 for the first run of the proposal, one more for each retry
 * @param batchRows most rows a job
 * @param problem why it stopped early, as a person reads it
 */
public record CommitRun(
        SalesforceId org,
        String id,
        String proposal,
        int version,
        int number,
        String fingerprint,
        String startedBy,
        Instant startedAt,
        int batchRows,
        RunState state,
        boolean stopRequested,
        @Nullable Instant finishedAt,
        @Nullable String problem) {}
