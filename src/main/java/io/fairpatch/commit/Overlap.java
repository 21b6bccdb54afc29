package io.fairpatch.commit;

import io.fairpatch.commit.IntentTables.Which;
import io.fairpatch.org.WriteJobStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we do while the org works on a job: the batch before is read back, and shortly before the job's end the next one
 * is guarded. There is still one job at a time, and a guard's reading that has become old counts for nothing.
 */
final class Overlap implements JobWait.Meanwhile {
    /** Rows that were read longer ago are read again before they are sent. */
    static final Duration OLDEST_GUARD = Duration.ofSeconds(30);

    /** The job is looked at no more often than this, so that a guard that begins later may end after the job. */
    private static final Duration LEAD = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Checks checks;
    private final Which next;
    private final Clock clock;
    private @Nullable Batch unread;
    private @Nullable Ahead ahead;
    private Duration guardTakes = Duration.ZERO;
    private double nanosPerRow;

    /** @param next which rows are guarded ahead */
    Overlap(Ledger ledger, Checks checks, Which next, Clock clock) {
        this.ledger = ledger;
        this.checks = checks;
        this.next = next;
        this.clock = clock;
    }

    private record Ahead(List<WriteIntent> rows, Instant since) {}

    /** Rows that are to be sent now: guarded, and not long ago. */
    List<WriteIntent> guarded() {
        List<WriteIntent> rows = ahead == null ? List.of() : fresh(ahead);
        ahead = null;
        return rows;
    }

    private List<WriteIntent> fresh(Ahead guarded) {
        if (!clock.instant().isAfter(guarded.since().plus(OLDEST_GUARD))) {
            return guarded.rows();
        }
        ledger.forgetGuards();
        return List.of();
    }

    /** Guards rows right before they are sent. */
    List<WriteIntent> guard(List<WriteIntent> planned) {
        Instant begin = clock.instant();
        List<WriteIntent> passed = checks.guard(planned);
        guardTakes = Duration.between(begin, clock.instant());
        return passed;
    }

    /** The batch's receipts are kept; it is read back while the next one is written, or by {@link #finish}. */
    void received(Batch batch) {
        finish();
        unread = batch;
    }

    /** Reads back what was not yet; false when nothing was left to. */
    boolean finish() {
        if (unread == null) {
            return false;
        }
        Batch batch = unread;
        unread = null;
        checks.readBack(batch);
        return true;
    }

    @Override
    public void running(WriteJobStatus status, int rows, Duration elapsed) {
        if (finish() || ahead != null || !nearItsEnd(status, rows, elapsed)) {
            return;
        }
        List<WriteIntent> planned = ledger.planned(next, ledger.run().batchRows());
        if (!planned.isEmpty()) {
            Instant since = clock.instant();
            ahead = new Ahead(guard(planned), since);
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
        return pace > 0 && left <= guardTakes.plus(LEAD).toNanos();
    }
}
