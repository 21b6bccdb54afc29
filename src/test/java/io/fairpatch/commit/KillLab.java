package io.fairpatch.commit;

import io.fairpatch.model.Progress;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Kills processes in the middle of commits, and stops them while others take over; counts what is wrong afterwards. */
public final class KillLab implements AutoCloseable {
    private static final Duration LEASE = Lease.LENGTH.plusSeconds(1);
    private static final int KILLS_A_COMMIT = 10;
    private static final int MOST_STEPS = 9;
    private static final int MOST_MILLIS = 40;

    /** What a series of commits came to. */
    public record Tally(int commits, int kills, int writes, int lost, int twice, int misreported) {
        Tally plus(int killed, int written, Anomalies anomalies) {
            return new Tally(
                    commits + 1,
                    kills + killed,
                    writes + written,
                    lost + anomalies.lost(),
                    twice + anomalies.twice(),
                    misreported + anomalies.misreported());
        }
    }

    private final SandboxDesk desk;
    private final @Nullable LinkedDesk linked;
    private Duration ahead = Duration.ZERO;

    /** @param along owners, account teams and territory associations go along, and are looked at in the end */
    public KillLab(Path folder, int accounts, boolean along) {
        this.linked = along ? LinkedDesk.whole(folder, accounts) : null;
        this.desk = linked == null ? SandboxDesk.of(folder, accounts) : linked.desk;
    }

    /** SIGKILL at seeded random moments, ten a commit at most, until there were so many. */
    public Tally kill(int kills, long seed, Consumer<Tally> say) {
        var random = new Random(seed);
        var tally = new Tally(0, 0, 0, 0, 0, 0);
        while (tally.kills() < kills) {
            ProposalSummary proposal = desk.nextProposal();
            int seen = desk.logged();
            CommitRun run = desk.start(proposal);
            int wanted = Math.min(KILLS_A_COMMIT, kills - tally.kills());
            int killed = 0;
            while (killed < wanted && killed(run, random)) {
                killed++;
            }
            finish(proposal, run);
            tally = tally.plus(killed, desk.ourWrites(seen).size(), Anomalies.of(desk, proposal.id(), seen));
            say.accept(tally);
        }
        return tally;
    }

    /**
     * SIGSTOP right before a step's remote call; another process takes the lease and writes; SIGCONT.
     *
     * @param really waits the minute until the lease has run out; else the other's clock is ahead
     */
    public Tally stop(int writes, boolean really, Consumer<Tally> say) {
        var steps = List.of("send", "jobCreated", "completing", "completed", "received");
        var tally = new Tally(0, 0, 0, 0, 0, 0);
        while (tally.writes() < writes) {
            ProposalSummary proposal = desk.nextProposal();
            int seen = desk.logged();
            CommitRun run = desk.start(proposal);
            String step = steps.get(tally.commits() % steps.size());
            try (var stopped = CommitChild.start(desk, run, ahead, step)) {
                stopped.await("STEP " + step, 1);
                stopped.signal("STOP");
                if (really) {
                    LockSupport.parkNanos(LEASE.toNanos());
                } else {
                    ahead = ahead.plus(LEASE);
                }
                finish(proposal, run);
                stopped.signal("CONT");
                stopped.goOn();
                stopped.await("ENDED", 1);
            }
            tally = tally.plus(1, desk.ourWrites(seen).size(), Anomalies.of(desk, proposal.id(), seen));
            say.accept(tally);
        }
        return tally;
    }

    /** False when the process had ended before it could be killed. */
    private boolean killed(CommitRun run, Random random) {
        try (var child = CommitChild.start(desk, run, ahead, CommitChild.NOWHERE)) {
            ahead = ahead.plus(LEASE);
            String said = child.await("STEP", 1 + random.nextInt(MOST_STEPS));
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(MOST_MILLIS)).toNanos());
            child.kill();
            return said.startsWith("STEP");
        }
    }

    private void finish(ProposalSummary proposal, CommitRun run) {
        desk.process(ahead).run(desk.bench.org, run.id(), desk.org.connection(), desk.bench.policy, Progress.NONE);
        ProposalState state =
                desk.bench.shown.get(desk.bench.org, proposal.id()).state();
        if (state != ProposalState.COMMITTED) {
            throw new IllegalStateException("Proposal " + proposal.id() + " must be committed but is " + state);
        }
        if (linked != null) {
            linked.assertInStep("Proposal " + proposal.id());
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
