package io.fairpatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A job that breaks ends as failed, says why, and the next one runs. */
class FailedJobTest {
    private static final String ORG = "00D000000000001AAA";

    /** Breaks as its parameters say. */
    private static final class Breaking implements JobRunner {
        @Override
        public JobKind kind() {
            return JobKind.SCORE;
        }

        @Override
        public String run(JobView job, Progress progress) {
            return switch (job.params()) {
                case "\"deep\"" -> String.valueOf(deeper(1));
                case "\"large\"" -> String.valueOf(tooMuch());
                case "\"wrapped\"" -> throw new IllegalStateException("no part", noOrg());
                default -> "{}";
            };
        }

        private static FairpatchException noOrg() {
            return Problem.of(ErrorCode.CONFIG_MISSING, "No org is configured").exception();
        }

        private static int deeper(int depth) {
            IntUnaryOperator next = Breaking::deeper;
            return next.applyAsInt(depth + 1) + depth;
        }

        private static int tooMuch() {
            return new long[Integer.MAX_VALUE].length + new long[Integer.MAX_VALUE].length;
        }
    }

    @Test
    @Timeout(60)
    void an_error_of_the_machine_ends_the_job_too() {
        var source = TestDatabase.fresh();
        var jdbi = Database.jdbi(source);
        var store = new JobStore(jdbi, Clock.systemUTC());
        var jobs = new Jobs(source, store, new JobPoints(jdbi), Clock.systemUTC(), List.of(new Breaking()));
        jobs.start();
        try {
            ends(jobs, "\"deep\"", "failed by a fault of ours");
            ends(jobs, "\"large\"", "the memory did not suffice");
            ends(jobs, "\"wrapped\"", "No org is configured");
            var after = jobs.submit(ORG, JobKind.SCORE, "{}", "olga");
            assertThat(jobs.await(after.id(), view -> {}).state()).isEqualTo(JobState.DONE);
        } finally {
            jobs.stop();
        }
    }

    private static void ends(Jobs jobs, String params, String why) {
        var job = jobs.submit(ORG, JobKind.SCORE, params, "olga");
        assertThatThrownBy(() -> jobs.await(job.id(), view -> {})).hasMessageContaining(why);
        assertThat(jobs.find(job.id()).orElseThrow().state()).isEqualTo(JobState.FAILED);
    }
}
