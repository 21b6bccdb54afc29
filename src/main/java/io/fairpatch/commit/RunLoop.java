package io.fairpatch.commit;

import io.fairpatch.commit.IntentQueries.Which;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Counts;
import io.fairpatch.model.Progress;
import io.fairpatch.org.DirectWriter;
import io.fairpatch.org.OrgConnection;
import java.time.Clock;
import java.util.List;

/**
 * Writes a run batch by batch. Whatever happened to an earlier process, the loop first settles what it left behind. Rows
 * that something else holds are tried again at the end, in small jobs and after a while, the last time one by one.
 */
final class RunLoop {
    private static final int MOST_LOCKED_ROWS = 200;

    private final Ledger ledger;
    private final Doubts doubts;
    private final Checks checks;
    private final Sending sending;
    private final OwnerWay owners;
    private final JobWait wait;
    private final Pipeline pipeline;
    private final Progress progress;

    private RunLoop(
            Ledger ledger,
            Doubts doubts,
            Checks checks,
            Sending sending,
            OwnerWay owners,
            JobWait wait,
            Pipeline pipeline,
            Progress progress) {
        this.ledger = ledger;
        this.doubts = doubts;
        this.checks = checks;
        this.sending = sending;
        this.owners = owners;
        this.wait = wait;
        this.pipeline = pipeline;
        this.progress = progress;
    }

    static RunLoop of(
            Ledger ledger,
            OrgConnection org,
            OwnerWay owners,
            Companions companions,
            Clock clock,
            Pause pause,
            Progress progress) {
        var wait = new JobWait(ledger, clock, pause, progress);
        var doubts = new Doubts(ledger, org, wait, progress);
        var checks = new Checks(ledger, org, companions, progress);
        var sending = new Sending(ledger, org, doubts, checks, owners, wait, progress);
        var pipeline = new Pipeline(ledger, checks, sending, inBulk(owners), clock);
        return new RunLoop(ledger, doubts, checks, sending, owners, wait, pipeline, progress);
    }

    /** Rows that go next, all of one kind; or a batch that is ready. */
    private record Next(List<WriteIntent> rows, boolean ready, boolean locked, Channel channel) {
        boolean any() {
            return ready || !rows.isEmpty();
        }
    }

    /** Returns how the run ended; throws with the org's problem when the org stopped it. */
    RunState go() {
        recover();
        doubts.resolve();
        try {
            return batches();
        } catch (FairpatchException e) {
            readBackAfter(e);
            throw e;
        }
    }

    private RunState batches() {
        for (Next next = next(); next.any(); next = next()) {
            if (progress.stopRequested() || ledger.stopRequested()) {
                pipeline.drop();
                finish();
                return RunState.STOPPED;
            }
            if (next.locked()) {
                progress.stage(
                        "Waiting for locks on " + Counts.of(next.rows().size(), "account", "accounts") + " to go");
                wait.backOff(next.rows().get(0).attempts());
            }
            if (next.ready()) {
                pipeline.start();
            } else {
                pipeline.write(next.rows(), next.channel());
            }
            doubts.resolve();
        }
        return RunState.FINISHED;
    }

    private boolean finish() {
        boolean some = pipeline.finish();
        doubts.resolve();
        return some;
    }

    /** The org failed on a batch; the one before may still be told. */
    private void readBackAfter(FairpatchException failure) {
        if (!CommitService.endsRun(failure)) {
            return;
        }
        try {
            finish();
        } catch (FairpatchException again) {
            failure.addSuppressed(again);
        }
    }

    /** Rows that nothing held up and that go by bulk jobs. */
    private static Which inBulk(OwnerWay owners) {
        return new Which(false, owners.channel() == Channel.BULK ? null : Boolean.FALSE);
    }

    /** Rows without a change of owner, then those with one, then those that were locked. */
    private Next next() {
        if (pipeline.ready()) {
            return new Next(List.of(), true, false, Channel.BULK);
        }
        List<WriteIntent> rows = inBulk();
        if (rows.isEmpty() && finish()) {
            rows = inBulk();
        }
        if (!rows.isEmpty()) {
            return new Next(rows, false, false, Channel.BULK);
        }
        boolean together = owners.channel() == Channel.BULK;
        if (!together) {
            rows = ledger.planned(new Which(false, Boolean.TRUE), DirectWriter.MOST_ROWS);
            if (!rows.isEmpty()) {
                return new Next(rows, false, false, owners.channel());
            }
        }
        return locked(together);
    }

    private List<WriteIntent> inBulk() {
        return ledger.planned(inBulk(owners), ledger.run().batchRows());
    }

    private Next locked(boolean together) {
        List<WriteIntent> rows =
                sameAttempt(ledger.planned(new Which(true, together ? null : Boolean.FALSE), MOST_LOCKED_ROWS));
        if (rows.isEmpty() && !together) {
            return new Next(
                    sameAttempt(ledger.planned(new Which(true, Boolean.TRUE), MOST_LOCKED_ROWS)),
                    false,
                    true,
                    owners.channel());
        }
        boolean last = !rows.isEmpty() && rows.get(0).attempts() == WriteIntent.MOST_ATTEMPTS - 1;
        return new Next(rows, false, true, last ? Channel.SERIAL : Channel.BULK);
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
                    receive(batch);
                } else {
                    doubts.doubt(batch);
                }
            }
            case RECEIVED -> {
                if (ours) {
                    checks.readBack(batch);
                } else {
                    doubts.doubt(batch);
                }
            }
            case DONE -> {}
        }
    }

    private void receive(Batch batch) {
        int rows = ledger.sent(batch).size();
        checks.readBack(sending.receive(batch, sending.await(batch, rows, JobWait.NOTHING)));
    }
}
