package io.fairpatch.web.api;

import io.fairpatch.commit.Cause;
import io.fairpatch.commit.CommitCounts;
import io.fairpatch.commit.CommitRun;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One attempt to write a proposal's approved lines, and what became of them so far. */
@Serdeable
public record CommitJson(
        String id,
        String proposal,
        int version,
        String fingerprint,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String state,
        FatesJson moves,
        FatesJson stamps,
        int mismatches,
        List<CauseJson> causes,
        @Nullable String problem) {
    /** Rows that were not written for the same reason, and how to mend it. */
    @Serdeable
    public record CauseJson(String state, String code, int rows, @Nullable String example, String mend) {
        static CauseJson of(Cause cause) {
            return new CauseJson(cause.state().name(), cause.code(), cause.rows(), cause.example(), cause.mend());
        }
    }

    /** Lines of a kind by what became of them; they add up to {@code approved}. */
    @Serdeable
    public record FatesJson(
            int approved, int committed, int rejected, int drifted, int unknown, int cancelled, int pending) {
        static FatesJson of(CommitCounts.Fates fates) {
            return new FatesJson(
                    fates.approved(),
                    fates.committed(),
                    fates.rejected(),
                    fates.drifted(),
                    fates.unknown(),
                    fates.cancelled(),
                    fates.pending());
        }
    }

    static CommitJson of(CommitRun run, CommitCounts counts, List<Cause> causes) {
        return new CommitJson(
                run.id(),
                run.proposal(),
                run.version(),
                run.fingerprint(),
                run.startedBy(),
                run.startedAt(),
                run.finishedAt(),
                run.state().name(),
                FatesJson.of(counts.moves()),
                FatesJson.of(counts.stamps()),
                counts.mismatches(),
                causes.stream().map(CauseJson::of).toList(),
                run.problem());
    }
}
