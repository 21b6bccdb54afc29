package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.review.ProposalState;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A process killed between any two steps of a commit: another one goes on and the org ends as without the kill. */
class CrashTest {
    private static final int ACCOUNTS = 210;
    private static final int NEVER = -1;

    @Test
    void a_kill_after_any_remote_call_changes_nothing_in_the_end() {
        int calls = undisturbed().calls;
        assertThat(calls).isGreaterThan(10);
        for (int kill = 1; kill <= calls; kill++) {
            dieThenGoOn(kill, NEVER);
        }
    }

    @Test
    void a_kill_after_any_ledger_step_changes_nothing_in_the_end() {
        var bench = new CommitBench(ACCOUNTS);
        var org = MemoryOrg.withAccounts(ACCOUNTS);
        var run = bench.start(org);
        var counting = new DyingDatabase(bench.source, NEVER);
        bench.process(counting.jdbi()).run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);
        assertThat(counting.commits).isGreaterThan(10);
        for (int kill = 1; kill <= counting.commits; kill++) {
            dieThenGoOn(NEVER, kill);
        }
    }

    @Test
    void a_process_that_slept_through_a_take_over_can_change_nothing() {
        var bench = new CommitBench(ACCOUNTS);
        var org = MemoryOrg.withAccounts(ACCOUNTS);
        var run = bench.start(org);
        var taken = new boolean[1];
        org.after = (call, number) -> {
            if (call.equals("upload") && !taken[0]) {
                taken[0] = true;
                bench.clock.now = bench.clock.now.plus(Lease.LENGTH);
                bench.process().run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);
            }
        };

        assertThatThrownBy(() -> bench.process().run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE))
                .isInstanceOfSatisfying(
                        FairpatchException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COMMIT_LEASE));

        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        assertThat(org.log).hasSize(ACCOUNTS * 7).doesNotHaveDuplicates();
    }

    private static void dieThenGoOn(int call, int commit) {
        var bench = new CommitBench(ACCOUNTS);
        var org = MemoryOrg.withAccounts(ACCOUNTS);
        var run = bench.start(org);
        killed(bench, org, run, call, commit);
        // the one that goes on is killed as well, somewhere
        int again = 1 + new Random(31L * call + commit).nextInt(12);
        killed(bench, org, run, NEVER, again);

        var ended = bench.process().run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);

        String where = "killed after call " + call + " or ledger step " + commit + ", then after step " + again;
        assertThat(ended.state()).as(where).isEqualTo(RunState.FINISHED);
        assertThat(bench.proposal().state()).as(where).isEqualTo(ProposalState.COMMITTED);
        assertThat(bench.outcome().mismatches()).as(where).isZero();
        assertThat(org.log).as(where).hasSize(ACCOUNTS * 7).doesNotHaveDuplicates();
        assertThat(org.records).as(where).isEqualTo(undisturbed().records);
    }

    private static void killed(CommitBench bench, MemoryOrg org, CommitRun run, int call, int commit) {
        int last = org.calls + call;
        org.after = (name, number) -> {
            if (call != NEVER && number == last) {
                throw new DyingDatabase.Death();
            }
        };
        var database = new DyingDatabase(bench.source, commit);
        try {
            bench.process(database.jdbi()).run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);
        } catch (DyingDatabase.Death killed) {
            assertThat(killed).hasMessage("killed on purpose");
        } finally {
            org.after = (name, number) -> {};
        }
    }

    private static MemoryOrg undisturbed() {
        return Undisturbed.ORG_AFTER;
    }

    private static final class Undisturbed {
        static final MemoryOrg ORG_AFTER = MemoryOrg.withAccounts(ACCOUNTS);

        static {
            new CommitBench(ACCOUNTS).commit(ORG_AFTER);
        }
    }
}
