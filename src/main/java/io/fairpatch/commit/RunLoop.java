package io.fairpatch.commit;

import io.fairpatch.commit.IntentTables.Which;
import io.fairpatch.model.Progress;
import io.fairpatch.org.DirectWriter;
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
    private final OwnerWay owners;
    private final JobWait wait;
    private final Progress progress;

    RunLoop(Ledger ledger, Doubts doubts, Sending sending, OwnerWay owners, JobWait wait, Progress progress) {
        this.ledger = ledger;
        this.doubts = doubts;
        this.sending = sending;
        this.owners = owners;
        this.wait = wait;
        this.progress = progress;
    }

    /** Rows that go next, all of one kind. */
    private record Next(List<WriteIntent> rows, boolean locked, Channel channel) {}

    /** Returns how the run ended; throws with the org's problem when the org stopped it. */
    RunState go() {
        recover();
        doubts.resolve();
        for (Next next = next(); !next.rows().isEmpty(); next = next()) {
            if (progress.stopRequested() || ledger.stopRequested()) {
                return RunState.STOPPED;
            }
            if (next.locked()) {
                progress.stage("Waiting for locks on " + next.rows().size() + " accounts to go");
                wait.backOff(next.rows().get(0).attempts());
            }
            sending.write(next.rows(), next.channel());
            doubts.resolve();
        }
        return RunState.FINISHED;
    }

    /** Rows without a change of owner, then those with one, then those that were locked. */
    private Next next() {
        boolean together = owners.channel() == Channel.BULK;
        List<WriteIntent> rows = ledger.planned(
                new Which(false, together ? null : Boolean.FALSE), ledger.run().batchRows());
        if (!rows.isEmpty()) {
            return new Next(rows, false, Channel.BULK);
        }
        if (!together) {
            rows = ledger.planned(new Which(false, Boolean.TRUE), DirectWriter.MOST_ROWS);
            if (!rows.isEmpty()) {
                return new Next(rows, false, owners.channel());
            }
        }
        return locked(together);
    }

    private Next locked(boolean together) {
        List<WriteIntent> rows =
                sameAttempt(ledger.planned(new Which(true, together ? null : Boolean.FALSE), MOST_LOCKED_ROWS));
        if (rows.isEmpty() && !together) {
            return new Next(
                    sameAttempt(ledger.planned(new Which(true, Boolean.TRUE), MOST_LOCKED_ROWS)),
                    true,
                    owners.channel());
        }
        boolean last = !rows.isEmpty() && rows.get(0).attempts() == WriteIntent.MOST_ATTEMPTS - 1;
        return new Next(rows, true, last ? Channel.SERIAL : Channel.BULK);
    }

    private static List<WriteIntent> sameAttempt(List<WriteIntent> rows) {
        return rows.stream()
                .filter(row -> row.attempts() == rows.get(0).attempts())
                .toList();
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
        boolean receipts = ours && batch.job() != null;
        switch (batch.state()) {
            case SENT -> doubts.abandon(batch);
            case COMPLETING -> doubts.doubt(batch);
            case COMPLETED -> {
                if (receipts) {
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
}
