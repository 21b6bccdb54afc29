package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.fault.FaultKind;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.limit.Limit;
import io.fairpatch.sandbox.limit.Limits;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Outcome;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.RowFaults;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.org.WriteContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes uploaded rows, one by one; what one row meets does not concern the others. */
final class IngestJob extends BulkJob {
    private static final int ROWS_A_BATCH = 10_000;

    private final IngestSpec spec;
    private final Pace pace;
    private final Org org;
    private final RecordWriter writer;
    private final Limits limits;
    private final Outcomes outcomes = new Outcomes();
    private byte @Nullable [] data;
    private volatile @Nullable RowBatch batch;

    IngestJob(JobHead head, IngestSpec spec, Pace pace, Org org, RecordWriter writer, Limits limits) {
        super(head, JobState.OPEN, org.clock());
        this.spec = spec;
        this.pace = pace;
        this.org = org;
        this.writer = writer;
        this.limits = limits;
    }

    /** Takes the data; once. */
    synchronized void upload(byte[] content) {
        if (state() != JobState.OPEN) {
            throw wrongState("upload data to");
        }
        if (data != null) {
            throw new ApiException(
                    400,
                    "INVALIDBATCH",
                    "Found multiple contents for job: <%s>, please 'Close' / 'Abort' / 'Delete' the current Job then create a new Job and make sure you only do 'PUT' once on a given Job."
                            .formatted(head().id()));
        }
        data = content;
    }

    /** Ends the upload, so that the job can run. */
    synchronized void complete() {
        if (state() != JobState.OPEN) {
            throw wrongState("complete the upload of");
        }
        moveTo(JobState.UPLOAD_COMPLETE);
    }

    @Override
    void work() throws InterruptedException {
        try {
            var content = Objects.requireNonNullElse(data, new byte[0]);
            var seen = org.rights()
                    .view(head().userId(), head().type())
                    .orElseThrow(() -> BatchException.invalid("Entity is not visible"));
            batch = RowBatch.read(content, head().dialect(), spec.kind(), seen, spec.keyField());
            data = null;
            write(batch);
        } catch (BatchException e) {
            fail(e.errorMessage());
        }
    }

    private void write(RowBatch rows) throws InterruptedException {
        int last = Math.min(rows.size(), rowsBeforeFault());
        long begin = System.nanoTime();
        boolean goesOn = true;
        for (int from = 0; goesOn && from < last; from += Chunk.ROWS) {
            if (from % ROWS_A_BATCH == 0 && !limits.use(Limit.BULK_BATCHES, 1)) {
                fail("ExceededQuota : ApiBatchItems Limit exceeded.");
                return;
            }
            try (var chunk = Chunk.of(org, rows, from)) {
                goesOn = write(rows, chunk, from, Math.min(last, from + Chunk.ROWS), begin);
            }
        }
    }

    /** Writes the rows of one transaction; false when the job has ended meanwhile. */
    private boolean write(RowBatch rows, Chunk chunk, int from, int to, long begin) throws InterruptedException {
        var context = new WriteContext(head().userId(), spec.client(), head().id());
        for (int i = from; i < to; i++) {
            var due = Pace.timeFor(i, pace.updateRowsPerSecond()).minusNanos(System.nanoTime() - begin);
            if (due.isNegative() || due.isZero() ? state().isTerminal() : awaitEnd(due)) {
                return false;
            }
            var write = rows.write(i);
            int place = i;
            outcomes.add(chunk.refusal(write)
                    .map(error -> Outcome.refused(write.id(), error))
                    .orElseGet(() -> writer.write(write, context, new RowFaults(faults()), place)));
        }
        return true;
    }

    private int rowsBeforeFault() {
        return Stream.of(FaultKind.JOB_FAILED, FaultKind.JOB_ABORTED)
                .flatMap(kind -> fault(kind).stream())
                .findFirst()
                .map(fault -> fault.number("rows", 0))
                .orElse(Integer.MAX_VALUE);
    }

    /** Writes the rows that were written (or those that were refused), last first: clients must not count on order. */
    void results(OutputStream out, boolean successes) throws IOException {
        var csv = new CsvOut(out, head().dialect());
        var rows = batch;
        var second = successes ? "sf__Created" : "sf__Error";
        csv.line(join("sf__Id", second, rows == null ? List.of() : rows.header()));
        for (int i = outcomes.size() - 1; rows != null && i >= 0; i--) {
            var outcome = outcomes.get(i);
            if (outcome.success() == successes) {
                var error = outcome.error();
                var detail = error == null ? String.valueOf(outcome.created()) : error.bulkText();
                csv.line(join(Objects.requireNonNullElse(outcome.id(), ""), detail, rows.row(i)));
            }
        }
        csv.flush();
    }

    /** Writes the rows that the job never came to. */
    void unprocessed(OutputStream out) throws IOException {
        var csv = new CsvOut(out, head().dialect());
        var rows = batch;
        if (rows != null) {
            csv.line(rows.header());
            for (int i = outcomes.size(); i < rows.size(); i++) {
                csv.line(rows.row(i));
            }
        }
        csv.flush();
        var raw = data;
        if (rows == null && raw != null) {
            out.write(raw);
        }
    }

    @Override
    Map<String, Object> brief() {
        var answer = super.brief();
        if (state() == JobState.OPEN) {
            var url = "services/data/v%s/jobs/ingest/%s/batches".formatted(head().apiVersion(), head().id());
            answer.put("contentUrl", url);
        }
        if (spec.kind() == Kind.UPSERT && spec.keyField() != null) {
            answer.put("externalIdFieldName", spec.keyField());
        }
        return answer;
    }

    @Override
    Map<String, Object> full() {
        var answer = super.full();
        answer.put("jobType", "V2Ingest");
        answer.put("numberRecordsProcessed", outcomes.size());
        answer.put("numberRecordsFailed", outcomes.failed());
        answer.put("apiActiveProcessingTime", 0);
        answer.put("apexProcessingTime", 0);
        return answer;
    }

    private static List<String> join(String first, String second, List<String> rest) {
        return Stream.concat(Stream.of(first, second), rest.stream()).toList();
    }
}
