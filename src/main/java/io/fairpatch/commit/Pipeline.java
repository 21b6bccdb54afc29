package io.fairpatch.commit;

import io.fairpatch.commit.IntentQueries.Which;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.WriteJobStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the org busy: while it works on a job, the batch before is read back and, shortly before the job's end, the next
 * one is guarded and uploaded. A job is told to start only when the one before has ended, and only on a guard's reading
 * that is not old.
 */
final class Pipeline implements JobWait.Meanwhile {
    /** A batch whose rows were read longer ago is taken back, and its rows are read again. */
    static final Duration OLDEST_GUARD = Duration.ofSeconds(30);

    /** The job is looked at no more often than this, so that what begins later may end after the job. */
    private static final Duration LEAD = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Checks checks;
    private final Sending sending;
    private final Which bulk;
    private final Clock clock;
    private @Nullable Ended ended;
    private @Nullable Ready ready;
    private @Nullable FairpatchException failed;
    private Duration readyTakes = Duration.ZERO;
    private double nanosPerRow;

    /** @param bulk which rows are made ready ahead */
    Pipeline(Ledger ledger, Checks checks, Sending sending, Which bulk, Clock clock) {
        this.ledger = ledger;
        this.checks = checks;
        this.sending = sending;
        this.bulk = bulk;
        this.clock = clock;
    }

    /** A batch whose job has ended, and which nothing was read of. */
    private record Ended(Batch batch, WriteJobStatus status) {}

    /** A batch that waits to be told to start. */
    private record Ready(Batch batch, int rows, Instant readAt) {}

    /** Whether a batch waits to be started. Throws what went wrong when it was to be made ready. */
    boolean ready() {
        if (failed != null) {
            finish();
            throw failed;
        }
        if (ready != null && clock.instant().isAfter(ready.readAt().plus(OLDEST_GUARD))) {
            drop();
        }
        return ready != null;
    }

    /** Guards rows and sends what passed, or starts what is {@link #ready}. */
    void write(List<WriteIntent> planned, Channel channel) {
        if (channel.direct()) {
            sending.atOnce(checks.guard(planned));
        } else {
            makeReady(planned, channel);
            start();
        }
    }

    void start() {
        if (ready == null) {
            return;
        }
        Ready now = ready;
        ready = null;
        if (ended != null && ended.status().state() != WriteJobStatus.State.JOB_COMPLETE) {
            finish();
        }
        Batch started = sending.start(now.batch());
        finish();
        if (started != null) {
            ended = new Ended(started, sending.await(started, now.rows(), this));
        }
    }

    /** Takes back what waits to be started. */
    void drop() {
        if (ready != null) {
            sending.abandon(ready.batch());
            ready = null;
        }
    }

    /** Receives and reads back the batch that ended last; false when there is none. */
    boolean finish() {
        if (ended == null) {
            return false;
        }
        Ended last = ended;
        ended = null;
        checks.readBack(sending.receive(last.batch(), last.status()));
        return true;
    }

    private void makeReady(List<WriteIntent> planned, Channel channel) {
        Instant begin = clock.instant();
        List<WriteIntent> passed = checks.guard(planned);
        if (!passed.isEmpty()) {
            ready = new Ready(sending.prepare(passed, channel), passed.size(), begin);
            readyTakes = Duration.between(begin, clock.instant());
        }
    }

    @Override
    public void running(WriteJobStatus status, int rows, Duration elapsed) {
        if (ready != null || failed != null || !nearItsEnd(status, rows, elapsed)) {
            return;
        }
        List<WriteIntent> planned = ledger.planned(bulk, ledger.run().batchRows());
        try {
            if (!planned.isEmpty()) {
                makeReady(planned, Channel.BULK);
            }
        } catch (FairpatchException e) {
            if (!CommitService.endsRun(e)) {
                throw e;
            }
            failed = e;
        }
    }

    @Override
    public void ended(int rows, Duration elapsed) {
        nanosPerRow = (double) elapsed.toNanos() / rows;
    }

    /** By the job's own count, where it tells one, else by how fast the last one was; when neither tells, no. */
    private boolean nearItsEnd(WriteJobStatus status, int rows, Duration elapsed) {
        double pace = status.processed() > 0 ? (double) elapsed.toNanos() / status.processed() : nanosPerRow;
        long left = Math.round(pace * rows) - elapsed.toNanos();
        return pace > 0 && left <= readyTakes.plus(LEAD).toNanos();
    }
}
