package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ORG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.review.ProposalState;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    /** Steps of the process that goes on after one that was killed at the key. */
    private static final Map<String, List<String>> RECOVERY = Map.of(
            "guarded", List.of("forgetGuards"),
            "send", List.of("abandoned"),
            "jobCreated", List.of("abandoned"),
            "completing", List.of("doubted", "settled", "resolved"),
            "completed", List.of("received", "readBack"),
            "received", List.of("readBack"),
            "readBack", List.of("end"));

    @Test
    void the_one_that_goes_on_can_be_killed_at_any_step_of_its_recovery() {
        var killed = new TreeSet<String>();
        RECOVERY.forEach((first, steps) -> {
            for (String second : steps) {
                var bench = new CommitBench(ACCOUNTS);
                var org = MemoryOrg.withAccounts(ACCOUNTS);
                var run = bench.start(org);
                assertThat(diesAt(bench, org, run, first)).as(first).isTrue();
                assertThat(diesAt(bench, org, run, second))
                        .as(first + ", " + second)
                        .isTrue();
                killed.addAll(List.of(first, second));

                bench.process().run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);

                assertWhole("killed at " + first + ", then at " + second, bench, org);
            }
        });
        assertThat(killed).as("every step that changes the ledger").containsAll(ledgerSteps());
    }

    /** The methods that change the ledger, those about links aside: letting go is asked for by a process told to end. */
    private static Set<String> ledgerSteps() {
        var reading = Set.of(
                "run",
                "planned",
                "inDoubt",
                "sent",
                "openBatches",
                "stopRequested",
                "keepLease",
                "letGo",
                "plannedLinks",
                "changed",
                "written");
        return Arrays.stream(Ledger.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && !Modifier.isPrivate(method.getModifiers()))
                .map(Method::getName)
                .filter(name -> !reading.contains(name) && !name.startsWith("links"))
                .collect(Collectors.toSet());
    }

    private static boolean diesAt(CommitBench bench, MemoryOrg org, CommitRun run, String step) {
        var database = new DyingDatabase(bench.source, NEVER, made -> {
            if (made.equals(step)) {
                throw new DyingDatabase.Death();
            }
        });
        try {
            bench.process(database.jdbi()).run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);
            return false;
        } catch (DyingDatabase.Death killed) {
            return true;
        }
    }

    @Test
    void a_run_that_another_process_ended_while_this_one_waited_for_the_lease_is_left_as_it_is() {
        var bench = new CommitBench(ACCOUNTS);
        var org = MemoryOrg.withAccounts(ACCOUNTS);
        var run = bench.start(org);
        assertThat(diesAt(bench, org, run, "completed")).isTrue();
        var other = new ArrayList<CommitRun>();
        CommitService waiting = bench.process(bench.jdbi, () -> {
            if (other.isEmpty()) {
                bench.clock.now = bench.clock.now.plus(Lease.LENGTH);
                other.add(bench.process().run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE));
            }
        });

        CommitRun ended = waiting.run(ORG, run.id(), org.connection(), bench.policy, Progress.NONE);

        assertThat(other).containsExactly(ended);
        assertThat(ended.state()).isEqualTo(RunState.FINISHED);
        assertWhole("two at once", bench, org);
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
        assertWhole(where, bench, org);
    }

    private static void assertWhole(String where, CommitBench bench, MemoryOrg org) {
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
