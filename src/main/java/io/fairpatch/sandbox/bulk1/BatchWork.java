package io.fairpatch.sandbox.bulk1;

import io.fairpatch.sandbox.bulk.BatchException;
import io.fairpatch.sandbox.bulk.CsvOut;
import io.fairpatch.sandbox.bulk.Dialect;
import io.fairpatch.sandbox.bulk.RowBatch;
import io.fairpatch.sandbox.org.Outcome;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.RowFaults;
import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.org.WriteContext;
import io.fairpatch.sandbox.soql.FieldPath;
import io.fairpatch.sandbox.soql.Soql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does the work of a batch. */
final class BatchWork {
    private final RecordWriter writer;
    private final Soql soql;

    BatchWork(RecordWriter writer, Soql soql) {
        this.writer = writer;
        this.soql = soql;
    }

    /** Rows of a result, as CSV. */
    record Done(String csv, int size, int failed) {}

    Done query(String text, boolean withDeleted, String userId) throws IOException {
        var query = soql.bindForBulk(text, userId);
        var rows = query.rows(withDeleted);
        var bytes = new ByteArrayOutputStream();
        var csv = new CsvOut(bytes, Dialect.DEFAULT);
        csv.line(query.columns().stream().map(FieldPath::name).toList());
        for (var row : rows) {
            csv.line(query.columns().stream()
                    .map(column -> Objects.requireNonNullElse(Values.text(column.field(), column.value(row)), ""))
                    .toList());
        }
        csv.flush();
        return new Done(bytes.toString(StandardCharsets.UTF_8), rows.size(), 0);
    }

    Done write(XmlJob job, Kind kind, byte[] content, WriteContext context, RowFaults faults)
            throws IOException, BatchException {
        var rows = RowBatch.read(unix(content), Dialect.DEFAULT, kind, job.type(), job.keyField());
        var bytes = new ByteArrayOutputStream();
        var csv = new CsvOut(bytes, Dialect.DEFAULT);
        csv.line(List.of("Id", "Success", "Created", "Error"));
        int failed = 0;
        for (int i = 0; i < rows.size(); i++) {
            var write = rows.write(i);
            var outcome = faults.error(i, write.id())
                    .map(error -> Outcome.refused(write.id(), error))
                    .orElseGet(() -> writer.write(write, context));
            failed += outcome.success() ? 0 : 1;
            csv.line(line(outcome));
        }
        csv.flush();
        return new Done(bytes.toString(StandardCharsets.UTF_8), rows.size(), failed);
    }

    private static List<@Nullable String> line(Outcome outcome) {
        var error = outcome.error();
        return Arrays.asList(
                outcome.success() ? outcome.id() : "",
                String.valueOf(outcome.success()),
                String.valueOf(outcome.created()),
                error == null ? "" : error.bulkText());
    }

    /** Version 1.0 takes any line ending. */
    private static byte[] unix(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    }
}
