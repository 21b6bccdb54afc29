package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ADMIN;
import static io.fairpatch.review.SampleProposal.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.model.Progress;
import io.fairpatch.review.ProposalState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** While a job runs the batch before is read back and the next one guarded; none of it weakens the guard. */
class PipelineTest {
    private static final int ACCOUNTS = 600;
    private static final int BATCH = 200;

    private final CommitBench bench = new CommitBench(ACCOUNTS);
    private final MemoryOrg org = MemoryOrg.withAccounts(ACCOUNTS);
    private final List<String> calls = new ArrayList<>();

    @Test
    void a_batch_is_guarded_and_the_one_before_read_back_while_another_runs() {
        org.after = (call, number) -> calls.add(call);

        bench.commit(org);

        String first = "read create upload complete status status read create upload status ";
        String second = "complete results read status status read create upload status ";
        String third = "complete results read status status status results read";
        assertThat(String.join(" ", calls)).isEqualTo(first + second + third);
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
    }

    @Test
    void a_guard_that_became_old_before_its_batch_was_sent_is_done_again() {
        String changed =
                changedWhile("upload", 2, Pipeline.OLDEST_GUARD.plusSeconds(1).toSeconds());

        assertThat(org.log).as("nothing of it was written").noneMatch(line -> line.startsWith(changed));
        assertThat(bench.outcome().moves().drifted() + bench.outcome().stamps().drifted())
                .isEqualTo(1);
        assertThat(bench.outcome().mismatches()).isZero();
    }

    @Test
    void when_the_org_fails_on_a_batch_the_one_before_is_still_told() {
        org.before = (call, number) -> {
            calls.add(call);
            if (call.equals("create") && Collections.frequency(calls, "create") == 2) {
                throw MemoryOrg.fault(ErrorCode.ORG_LIMIT);
            }
        };

        CommitRun run = bench.commit(org);

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        CommitCounts counts = bench.outcome();
        assertThat(counts.moves().committed() + counts.stamps().committed()).isEqualTo(BATCH);
        assertThat(counts.moves().cancelled() + counts.stamps().cancelled()).isEqualTo(ACCOUNTS - BATCH);
        assertThat(counts.moves().unknown() + counts.stamps().unknown()).isZero();
    }

    @Test
    void a_stop_takes_back_what_was_uploaded_and_lets_the_running_job_end() {
        CommitRun run = bench.start(org);
        org.after = (call, number) -> {
            calls.add(call);
            if (Collections.frequency(calls, "upload") == 2) {
                bench.process().requestStop(ORG, run.id(), ADMIN);
                org.after = (later, at) -> calls.add(later);
            }
        };

        CommitRun ended = bench.process().run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);

        assertThat(ended.state()).isEqualTo(RunState.STOPPED);
        assertThat(calls).containsOnlyOnce("complete").containsOnlyOnce("abort");
        CommitCounts counts = bench.outcome();
        assertThat(counts.moves().committed() + counts.stamps().committed()).isEqualTo(BATCH);
        assertThat(org.log).hasSize(BATCH * 7);
    }

    @Test
    void a_process_killed_with_two_batches_under_way_is_followed_by_one_that_settles_both() {
        var seen = new ArrayList<String>();
        var database = new DyingDatabase(bench.source, -1, step -> {
            seen.add(step);
            if (step.equals("completed") && Collections.frequency(seen, "completed") == 2) {
                throw new DyingDatabase.Death();
            }
        });
        CommitRun run = bench.start(org);
        assertThat(dies(database, run)).isTrue();
        bench.clock.now = bench.clock.now.plus(Lease.LENGTH);

        bench.process().run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);

        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        assertThat(org.log).hasSize(ACCOUNTS * 7).doesNotHaveDuplicates();
    }

    private boolean dies(DyingDatabase database, CommitRun run) {
        try {
            bench.process(database.jdbi()).run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);
            return false;
        } catch (DyingDatabase.Death death) {
            return true;
        }
    }

    /** Somebody changes an account that was guarded, and so much time passes, before it is sent. */
    private String changedWhile(String call, int times, long seconds) {
        var changed = new ArrayList<String>();
        org.after = (name, number) -> {
            calls.add(name);
            if (name.equals(call) && Collections.frequency(calls, call) == times) {
                String id = List.copyOf(org.records.keySet()).get(BATCH);
                org.record(id).put("Territory__c", "Theirs");
                bench.clock.now = bench.clock.now.plusSeconds(seconds);
                changed.add(id);
            }
        };
        bench.commit(org);
        return changed.get(0);
    }
}
