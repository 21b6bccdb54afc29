package io.fairpatch.commit;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.WriteJob;
import io.fairpatch.org.WriteJobStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a run batch by batch: guard, send, wait, receive, read back. Whatever happened to an earlier process, the loop
 * first settles what it left behind.
 */
final class RunLoop {
    private final Ledger ledger;
    private final OrgConnection org;
    private final JobWait wait;
    private final Progress progress;

    RunLoop(Ledger ledger, OrgConnection org, JobWait wait, Progress progress) {
        this.ledger = ledger;
        this.org = org;
        this.wait = wait;
        this.progress = progress;
    }

    /** Returns how the run ended; throws with the org's problem when the org stopped it. */
    RunState go() {
        recover();
        resolveDoubts();
        int most = ledger.run().batchRows();
        for (List<WriteIntent> rows = ledger.planned(most); !rows.isEmpty(); rows = ledger.planned(most)) {
            if (progress.stopRequested() || ledger.stopRequested()) {
                return RunState.STOPPED;
            }
            write(rows);
            resolveDoubts();
        }
        return RunState.FINISHED;
    }

    private void recover() {
        ledger.forgetGuards();
        for (Batch batch : ledger.openBatches()) {
            progress.stage("Finding out what became of an interrupted batch");
            recover(batch);
        }
    }

    private void recover(Batch batch) {
        boolean ours = batch.run().equals(ledger.run().id());
        switch (batch.state()) {
            case SENT -> abandon(batch);
            case COMPLETING -> doubt(batch);
            case COMPLETED -> {
                if (ours) {
                    receive(batch);
                } else {
                    doubt(batch);
                }
            }
            case RECEIVED -> {
                if (ours) {
                    readBack(batch);
                } else {
                    ledger.settled(batch);
                }
            }
            case DONE -> {}
        }
    }

    private void write(List<WriteIntent> planned) {
        progress.stage("Checking " + planned.size() + " accounts for changes since the plan");
        Rows.Guarded guarded = Rows.read(org.reader(), planned).guard(planned);
        ledger.guarded(guarded.passed(), guarded.drifted());
        if (guarded.passed().isEmpty()) {
            return;
        }
        progress.stage("Writing " + guarded.passed().size() + " accounts");
        Batch prepared = prepare(ledger.send(guarded.passed()), guarded.passed());
        Batch completing = ledger.completing(prepared);
        if (complete(completing)) {
            receive(ledger.completed(completing));
        }
    }

    /** Job and rows are in the org, nothing has started. */
    private Batch prepare(Batch batch, List<WriteIntent> rows) {
        Batch prepared = batch;
        try {
            prepared = ledger.jobCreated(batch, org.writer().createUpdate(Batch.OBJECT));
            org.writer().upload(prepared.requireJob(), fields(rows), values(rows));
            return prepared;
        } catch (FairpatchException e) {
            ledger.abandoned(prepared);
            throw e;
        }
    }

    /** Starts the job; false when its answer was lost and the doubt is settled. Any other failure ends the run. */
    private boolean complete(Batch batch) {
        try {
            org.writer().complete(batch.requireJob());
            return true;
        } catch (FairpatchException e) {
            // even a plain refusal is checked against the org: believing it wrongly would write twice
            doubt(batch);
            if (e.code() != ErrorCode.ORG_ANSWER_LOST) {
                resolveDoubts();
                throw e;
            }
            return false;
        }
    }

    private void receive(Batch batch) {
        WriteJob job = batch.requireJob();
        WriteJobStatus status = wait.untilEnded(job);
        List<WriteIntent> sent = ledger.sent(batch);
        readBack(ledger.received(batch, Receipts.sort(sent, org.writer().results(job), status)));
    }

    private void readBack(Batch batch) {
        List<WriteIntent> written = ledger.sent(batch);
        progress.stage("Reading back " + written.size() + " accounts");
        Rows.Verified verified = Rows.read(org.reader(), written).verify(written);
        ledger.readBack(batch, verified.confirmed(), verified.differing());
    }

    private void abandon(Batch batch) {
        if (batch.job() != null) {
            org.writer().abort(batch.job());
        }
        ledger.abandoned(batch);
    }

    private void doubt(Batch batch) {
        ledger.doubted(batch);
        wait.settle(batch.requireJob());
        ledger.settled(batch);
    }

    private void resolveDoubts() {
        int most = ledger.run().batchRows();
        for (List<WriteIntent> rows = ledger.inDoubt(most); !rows.isEmpty(); rows = ledger.inDoubt(most)) {
            progress.stage("Reading " + rows.size() + " accounts whose fate is unknown");
            Rows now = Rows.read(org.reader(), rows);
            rows.stream().collect(Collectors.groupingBy(WriteIntent::run)).forEach((run, intents) -> {
                Rows.Resolved resolved = now.resolve(intents);
                ledger.resolved(run, resolved.confirmed(), resolved.again(), resolved.drifted());
            });
        }
    }

    private static List<String> fields(List<WriteIntent> rows) {
        var fields = new TreeSet<String>();
        rows.forEach(row -> fields.addAll(row.after().values().keySet()));
        var columns = new ArrayList<String>(fields.size() + 1);
        columns.add("Id");
        columns.addAll(fields);
        return columns;
    }

    private static List<Map<String, String>> values(List<WriteIntent> rows) {
        return rows.stream().map(RunLoop::values).toList();
    }

    private static Map<String, String> values(WriteIntent row) {
        Map<String, @Nullable String> values = new HashMap<>(row.after().values());
        values.put("Id", row.account());
        return values;
    }
}
