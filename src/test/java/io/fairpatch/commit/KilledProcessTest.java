package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.review.ProposalState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed and stopped, against the practice org's own log. */
class KilledProcessTest {
    private static final int ACCOUNTS = 1_000;
    private static final int FEW = 90;
    private static final Duration LEASE = Lease.LENGTH.plusSeconds(1);

    /** Each by a process that goes on where the one before was killed; what follows "completing" is its recovery. */
    private static final List<String> STEPS = List.of(
            "guarded",
            "send",
            "abandoned",
            "jobCreated",
            "completing",
            "doubted",
            "settled",
            "resolved",
            "completed",
            "received",
            "readBack",
            "end");

    /** The same where owners, teams and territories go along; the first stand for what is noted before the write. */
    private static final List<String> SIDE_STEPS = List.of(
            "linksPlanned",
            "completing",
            "received",
            "readBack",
            "linksSettled",
            "linksPlanned",
            "linksSettled",
            "linksSettled");

    @TempDir
    private Path folder;

    @Test
    void kill_9_at_every_named_step_of_one_commit_loses_doubles_and_misreports_nothing() {
        try (var desk = SandboxDesk.of(folder, ACCOUNTS)) {
            killAt(desk, STEPS);
        }
    }

    @Test
    void kill_9_at_every_step_about_owners_teams_and_territories() {
        try (var linked = LinkedDesk.whole(folder, FEW)) {
            killAt(linked.desk, SIDE_STEPS);

            linked.assertInStep("in the end");
        }
    }

    /** One process after the other, each killed at its step; the last one brings the commit to its end. */
    private static void killAt(SandboxDesk desk, List<String> steps) {
        CommitRun run = desk.bench.start(desk.org.reader());
        var ahead = Duration.ZERO;
        for (String step : steps) {
            try (var child = CommitChild.start(desk, run, ahead, step)) {
                assertThat(child.await("STEP " + step, 1)).isEqualTo("STEP " + step);
                child.kill();
            }
            ahead = ahead.plus(LEASE);
        }

        CommitRun ended = desk.process(ahead)
                .run(desk.bench.org, run.id(), desk.org.connection(), desk.bench.policy, Progress.NONE);

        assertThat(ended.state()).isEqualTo(RunState.FINISHED);
        assertThat(desk.bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        assertThat(Anomalies.of(desk)).isEqualTo(Anomalies.NONE);
    }

    @Test
    void a_process_stopped_right_before_it_starts_its_job_writes_nothing_once_another_took_the_lease() {
        try (var desk = SandboxDesk.of(folder, ACCOUNTS)) {
            CommitRun run = desk.bench.start(desk.org.reader());
            try (var stopped = CommitChild.start(desk, run, Duration.ZERO, "completing")) {
                assertThat(stopped.await("STEP completing", 1)).isEqualTo("STEP completing");
                stopped.signal("STOP");

                desk.process(LEASE).run(desk.bench.org, run.id(), desk.connection(), desk.bench.policy, Progress.NONE);

                stopped.signal("CONT");
                stopped.goOn();
                assertThat(stopped.await("ENDED", 1)).isEqualTo("REFUSED COMMIT_LEASE");
            }
            assertThat(desk.bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
            assertThat(Anomalies.of(desk)).isEqualTo(Anomalies.NONE);
        }
    }
}
