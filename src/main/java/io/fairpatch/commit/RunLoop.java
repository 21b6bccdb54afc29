package io.fairpatch.commit;

import io.fairpatch.model.Progress;
import java.util.List;

/**
 * Writes a run batch by batch. Whatever happened to an earlier process, the loop first settles what it left behind. Rows
 * that something else holds are tried again at the end, in small jobs and after a while, the last time one by one.
 */
final class RunLoop {
    private static final int MOST_LOCKED_ROWS = 200;

    private final Ledger ledger;
    private final Doubts doubts;
    private final Sending sending;
    private final JobWait wait;
    private final Progress progress;

    RunLoop(Ledger ledger, Doubts doubts, Sending sending, JobWait wait, Progress progress) {
        this.ledger = ledger;
        this.doubts = doubts;
        this.sending = sending;
        this.wait = wait;
        this.progress = progress;
    }

    /** Returns how the run ended; throws with the org's problem when the org stopped it. */
    RunState go() {
        recover();
        doubts.resolve();
        while (true) {
            List<WriteIntent> rows = ledger.planned(ledger.run().batchRows());
            List<WriteIntent> locked = rows.isEmpty() ? sameAttempt(ledger.locked(MOST_LOCKED_ROWS)) : List.of();
            if (rows.isEmpty() && locked.isEmpty()) {
                return RunState.FINISHED;
            }
            if (progress.stopRequested() || ledger.stopRequested()) {
                return RunState.STOPPED;
            }
            if (rows.isEmpty()) {
                again(locked);
            } else {
                sending.write(rows, Channel.BULK);
            }
            doubts.resolve();
        }
    }

    /**
     * Makes sure that no job of ours writes any more before this run writes, those of other proposals included: a job
     * left behind would overwrite what this run writes after it was read back.
     */
    private void recover() {
        ledger.forgetGuards();
        for (Batch batch : ledger.openBatches()) {
            progress.stage("Finding out what became of an interrupted batch");
            recover(batch, batch.run().equals(ledger.run().id()));
        }
    }

    private void recover(Batch batch, boolean ours) {
        switch (batch.state()) {
            case SENT -> doubts.abandon(batch);
            case COMPLETING -> doubts.doubt(batch);
            case COMPLETED -> {
                if (ours) {
                    sending.receive(batch);
                } else {
                    doubts.doubt(batch);
                }
            }
            case RECEIVED -> {
                if (ours) {
                    sending.readBack(batch);
                } else {
                    doubts.doubt(batch);
                }
            }
            case DONE -> {}
        }
    }

    private void again(List<WriteIntent> locked) {
        int attempts = locked.get(0).attempts();
        progress.stage("Waiting for locks on " + locked.size() + " accounts to go");
        wait.backOff(attempts);
        boolean last = attempts == WriteIntent.MOST_ATTEMPTS - 1;
        sending.write(locked, last ? Channel.SERIAL : Channel.BULK);
    }

    private static List<WriteIntent> sameAttempt(List<WriteIntent> rows) {
        return rows.stream()
                .filter(row -> row.attempts() == rows.get(0).attempts())
                .toList();
    }
}
