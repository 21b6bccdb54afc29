package io.fairpatch.commit;

import io.fairpatch.model.Progress;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.WriteJob;
import io.fairpatch.org.WriteJobStatus;
import io.fairpatch.org.WriteJobStatus.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Waits, keeping the lease alive meanwhile. */
final class JobWait {
    private static final Duration FIRST_LOOK = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    /** The org gives up on a batch of rows after 20 tries of 5 minutes. */
    private static final Duration DEADLINE = Duration.ofMinutes(110);
    /** An aborted job may still finish the chunk of 200 rows that it is at. */
    private static final Duration LAST_CHUNK = Duration.ofSeconds(2);

    /** From then on a job that does not get on is told to who waits. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private static final Duration LATE_CALL = Duration.ofSeconds(30);

    private final Ledger ledger;
    private final Clock clock;
    private final Pause pause;
    private final Progress progress;

    JobWait(Ledger ledger, Clock clock, Pause pause, Progress progress) {
        this.progress = progress;
        this.ledger = ledger;
        this.clock = clock;
        this.pause = pause;
    }

    /** What can be done while a job runs; it may take its time. */
    interface Meanwhile {
        /** Called whenever the job was found running, {@code elapsed} after the first look. */
        void running(WriteJobStatus status, int rows, Duration elapsed);

        void ended(int rows, Duration elapsed);
    }

    /** Only waits. */
    static final Meanwhile NOTHING = new Meanwhile() {
        @Override
        public void running(WriteJobStatus status, int rows, Duration elapsed) {}

        @Override
        public void ended(int rows, Duration elapsed) {}
    };

    /** The status the job of so many rows ended with; a job that does not come to an end is aborted. */
    WriteJobStatus untilEnded(OrgWriter writer, WriteJob job, int rows, Meanwhile meanwhile) {
        Instant begin = clock.instant();
        Instant deadline = begin.plus(DEADLINE);
        Duration wait = FIRST_LOOK;
        WriteJobStatus status = writer.status(job);
        boolean ran = false;
        long processed = -1;
        Instant gotOn = begin;
        while (!status.state().terminal()) {
            ran |= status.state() != State.OPEN;
            if (clock.instant().isAfter(deadline)) {
                writer.abort(job);
            }
            Instant look = clock.instant().plus(wait);
            ledger.keepLease();
            if (status.processed() != processed) {
                processed = status.processed();
                gotOn = clock.instant();
            } else if (clock.instant().isAfter(gotOn.plus(SILENCE))) {
                progress.stage(waiting(job));
            }
            meanwhile.running(status, rows, Duration.between(begin, clock.instant()));
            pauseUntil(look);
            wait = wait.multipliedBy(3).dividedBy(2);
            wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
            status = writer.status(job);
        }
        if (ran) {
            meanwhile.ended(rows, Duration.between(begin, clock.instant()));
        }
        if (status.state() == State.ABORTED && (ran || status.processed() > 0)) {
            pause.of(LAST_CHUNK);
        }
        return status;
    }

    private static String waiting(WriteJob job) {
        return "Waiting for the org, whose job " + job.id() + " does not get on; it is aborted after "
                + DEADLINE.toMinutes() + " minutes, or sooner by hand under Setup > Bulk Data Load Jobs";
    }

    private void pauseUntil(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        if (!left.isNegative() && !left.isZero()) {
            pause.of(left);
        }
    }

    /** Makes sure that the job writes nothing more: one that was never started is aborted, any other ends by itself. */
    void settle(OrgWriter writer, WriteJob job) {
        if (writer.status(job).state() == State.OPEN) {
            writer.abort(job);
        }
        untilEnded(writer, job, 1, NOTHING);
    }

    /** A call whose answer was lost may still be at work in the org; nothing tells when it is over. */
    void forLateCall() {
        waitFor(LATE_CALL);
    }

    /** Gives locks time to go: 1, 4, 16 seconds after the first, second, third attempt. */
    void backOff(int attempts) {
        waitFor(Duration.ofSeconds(1L << 2 * Math.max(0, attempts - 1)));
    }

    private void waitFor(Duration length) {
        Duration left = length;
        while (!left.isZero()) {
            ledger.keepLease();
            Duration turn = left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : left;
            pause.of(turn);
            left = left.minus(turn);
        }
    }
}
