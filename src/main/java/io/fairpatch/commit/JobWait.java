package io.fairpatch.commit;

import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.WriteJob;
import io.fairpatch.org.WriteJobStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Waits until a job has ended, keeping the lease alive. */
final class JobWait {
    private static final Duration FIRST_LOOK = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    /** The org gives up on a batch of rows after 20 tries of 5 minutes. */
    private static final Duration DEADLINE = Duration.ofMinutes(110);

    private final Ledger ledger;
    private final OrgWriter writer;
    private final Clock clock;
    private final Pause pause;

    JobWait(Ledger ledger, OrgWriter writer, Clock clock, Pause pause) {
        this.ledger = ledger;
        this.writer = writer;
        this.clock = clock;
        this.pause = pause;
    }

    /** The status the job ended with; a job that does not come to an end is aborted. */
    WriteJobStatus untilEnded(WriteJob job) {
        Instant deadline = clock.instant().plus(DEADLINE);
        Duration wait = FIRST_LOOK;
        WriteJobStatus status = writer.status(job);
        while (!status.state().terminal()) {
            if (clock.instant().isAfter(deadline)) {
                writer.abort(job);
            }
            ledger.keepLease();
            pause.of(wait);
            wait = wait.multipliedBy(3).dividedBy(2);
            wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
            status = writer.status(job);
        }
        return status;
    }

    /** Makes sure that the job writes nothing more: one that was never started is aborted, any other ends by itself. */
    void settle(WriteJob job) {
        if (writer.status(job).state() == WriteJobStatus.State.OPEN) {
            writer.abort(job);
        }
        untilEnded(job);
    }
}
