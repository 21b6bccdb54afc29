package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.fault.FaultKind;
import io.fairpatch.sandbox.fault.Narrowed;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.soql.BoundQuery;
import io.fairpatch.sandbox.soql.FieldPath;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a query; they are those the org had when the job ran. */
final class QueryJob extends BulkJob {
    private final BoundQuery query;
    private final Pace pace;
    private volatile List<Row> rows = List.of();

    QueryJob(JobHead head, BoundQuery query, Pace pace, Clock clock) {
        super(head, JobState.UPLOAD_COMPLETE, clock);
        this.query = query;
        this.pace = pace;
    }

    @Override
    void work() throws InterruptedException {
        var found = fault(FaultKind.NARROWED)
                .map(fault -> Narrowed.of(fault, head().type().name(), all()))
                .orElseGet(this::all);
        awaitEnd(Pace.timeFor(found.size(), pace.queryRowsPerSecond()));
        rows = found;
    }

    private List<Row> all() {
        return query.rows(head().operation().equals("queryAll"));
    }

    int size() {
        return rows.size();
    }

    /** Writes the rows from {@code start} up to but not including {@code end}, under a header. */
    void write(OutputStream out, int start, int end, boolean reversed) throws IOException {
        var csv = new CsvOut(out, head().dialect());
        csv.line(query.columns().stream().map(FieldPath::name).toList());
        var values = new ArrayList<@Nullable String>();
        for (int i = start; i < end; i++) {
            var row = rows.get(reversed ? start + end - 1 - i : i);
            values.clear();
            for (var column : query.columns()) {
                values.add(Values.text(column.field(), column.value(row)));
            }
            csv.line(values);
        }
        csv.flush();
    }

    @Override
    Map<String, Object> full() {
        var answer = super.full();
        answer.put("jobType", "V2Query");
        answer.put("numberRecordsProcessed", rows.size());
        answer.put("isPkChunkingSupported", true);
        return answer;
    }
}
