package io.fairpatch.commit;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Counts;
import io.fairpatch.model.Progress;
import io.fairpatch.org.DirectWriter;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.WriteJobStatus;
import io.fairpatch.org.WriteResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One batch of guarded rows on its way: send, wait, receive. Between any two remote calls the ledger is durable. */
final class Sending {
    private static final int MOST_UPLOADS = 4;

    private final Ledger ledger;
    private final OrgConnection org;
    private final Doubts doubts;
    private final Checks checks;
    private final OwnerWay owners;
    private final JobWait wait;
    private final Progress progress;

    Sending(
            Ledger ledger,
            OrgConnection org,
            Doubts doubts,
            Checks checks,
            OwnerWay owners,
            JobWait wait,
            Progress progress) {
        this.ledger = ledger;
        this.org = org;
        this.doubts = doubts;
        this.checks = checks;
        this.owners = owners;
        this.wait = wait;
        this.progress = progress;
    }

    /** One call writes and answers; when its answer is lost, reading tells. */
    void atOnce(List<WriteIntent> rows) {
        if (rows.isEmpty()) {
            return;
        }
        progress.stage("Writing " + Counts.of(rows.size(), "account", "accounts"));
        Batch completing = ledger.completing(ledger.send(rows, owners.channel()));
        Rows now = Rows.of(org.reader().describe(Batch.OBJECT));
        try {
            List<DirectWriter.Row> direct = rows.stream().map(now::direct).toList();
            List<WriteResult> results = completing.channel().direct(org).update(Batch.OBJECT, direct, owners.options());
            Batch completed = ledger.completed(completing);
            checks.readBack(ledger.received(completed, Receipts.match(rows, results, null)));
        } catch (FairpatchException e) {
            if (e.code() == ErrorCode.COMMIT_LEASE || e.code() == ErrorCode.INTERRUPTED) {
                throw e;
            }
            doubts.doubt(completing);
            if (e.code() != ErrorCode.ORG_ANSWER_LOST) {
                doubts.resolve();
                throw e;
            }
        }
    }

    /** Job and rows are in the org, nothing has started. */
    Batch prepare(List<WriteIntent> rows, Channel channel) {
        Batch batch = ledger.send(rows, channel);
        try {
            return upload(channel.writer(org), batch, rows);
        } catch (FairpatchException e) {
            ledger.abandoned(batch);
            throw e;
        }
    }

    /** What was prepared is not going to be started. */
    void abandon(Batch prepared) {
        doubts.abandon(prepared);
    }

    /** A job takes its rows once only: when nobody knows whether it has them, a new job takes its place. */
    private Batch upload(OrgWriter writer, Batch batch, List<WriteIntent> rows) {
        for (int tried = 1; ; tried++) {
            Batch prepared = ledger.jobCreated(batch, writer.createUpdate(Batch.OBJECT));
            try {
                writer.upload(prepared.requireJob(), fields(rows), values(rows));
                return prepared;
            } catch (FairpatchException e) {
                if (e.code() != ErrorCode.ORG_ANSWER_LOST || tried == MOST_UPLOADS) {
                    throw e;
                }
                writer.abort(prepared.requireJob());
            }
        }
    }

    /** Starts a prepared job; null when its answer was lost and the doubt is settled. Any other failure ends the run. */
    @Nullable
    Batch start(Batch prepared) {
        Batch batch = ledger.completing(prepared);
        try {
            batch.channel().writer(org).complete(batch.requireJob());
        } catch (FairpatchException e) {
            // even a plain refusal is checked against the org: believing it wrongly would write twice
            doubts.doubt(batch);
            if (e.code() != ErrorCode.ORG_ANSWER_LOST) {
                doubts.resolve();
                throw e;
            }
            return null;
        }
        return ledger.completed(batch);
    }

    /** Waits for the end of a job that was started. */
    WriteJobStatus await(Batch batch, int rows, JobWait.Meanwhile meanwhile) {
        progress.stage("Writing " + Counts.of(rows, "account", "accounts"));
        return wait.untilEnded(batch.channel().writer(org), batch.requireJob(), rows, meanwhile);
    }

    /** Keeps what the org says of each row of a batch whose job has ended. */
    Batch receive(Batch batch, WriteJobStatus status) {
        OrgWriter writer = batch.channel().writer(org);
        List<WriteIntent> sent = ledger.sent(batch);
        List<WriteResult> results =
                status.state() == WriteJobStatus.State.GONE ? List.of() : writer.results(batch.requireJob());
        return ledger.received(batch, Receipts.match(sent, results, status));
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
        return rows.stream().map(Sending::values).toList();
    }

    private static Map<String, String> values(WriteIntent row) {
        Map<String, @Nullable String> values = new HashMap<>(row.after().values());
        values.put("Id", row.account());
        return values;
    }
}
