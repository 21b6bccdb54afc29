package io.fairpatch.sandbox.bulk1;

import io.fairpatch.sandbox.bulk.BatchException;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Outcome;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.RowError;
import io.fairpatch.sandbox.org.RowFaults;
import io.fairpatch.sandbox.org.Twins;
import io.fairpatch.sandbox.org.Write;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.org.WriteContext;
import io.fairpatch.sandbox.rest.RecordJson;
import io.fairpatch.sandbox.soql.Soql;
import io.fairpatch.sandbox.soql.SoqlException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Does the work of a batch. */
final class BatchWork {
    private static final int TRANSACTION = 200;

    private final Org org;
    private final RecordWriter writer;
    private final Soql soql;

    BatchWork(Org org, RecordWriter writer, Soql soql) {
        this.org = org;
        this.writer = writer;
        this.soql = soql;
    }

    /** A result as a client gets it. */
    record Done(String result, int size, int failed) {}

    /** What a query finds: one result, or one for each chunk that the job is split into. */
    List<Done> query(XmlJob job, String text, boolean withDeleted) throws IOException, BatchException {
        try {
            return found(job, text, withDeleted);
        } catch (SoqlException e) {
            var code = e.errorCode().equals("FEATURE_NOT_ENABLED") ? "FUNCTIONALITY_NOT_ENABLED" : e.errorCode();
            throw BatchException.invalid("Failed to process query: " + code + ": " + e.getMessage());
        }
    }

    private List<Done> found(XmlJob job, String text, boolean withDeleted) throws IOException {
        var query = soql.bindForBulk(text, job.userId());
        var root = query.table().type().name();
        if (!root.equals(job.type().name())) {
            throw new SoqlException(
                    "INVALID_TYPE_FOR_OPERATION",
                    "The root entity of the requested query (%s) does not match the entity of the requested Bulk API Job (%s)."
                            .formatted(root, job.type().name()));
        }
        var found = query.rows(withDeleted);
        var chunks = job.chunks().map(each -> each.split(query.table(), found)).orElse(List.of(found));
        var records = new RecordJson(org, "/services/data/v" + job.apiVersion());
        var done = new ArrayList<Done>();
        for (var rows : chunks) {
            var result = new Results(job.content().format()).ofQuery(rows, query.columns(), records);
            done.add(new Done(result, rows.size(), 0));
        }
        return done;
    }

    private static Supplier<Optional<RowError>> fault(RowFaults faults, int place, Write write) {
        return () -> faults.error(place, write.id());
    }

    Done write(XmlJob job, Kind kind, byte[] content, WriteContext context, RowFaults faults)
            throws IOException, BatchException {
        var writes = new SentRows(job, kind).read(job.content().rows(content));
        var outcomes = new ArrayList<Outcome>();
        var twins = Twins.among(List.of());
        for (int i = 0; i < writes.size(); i++) {
            if (i % TRANSACTION == 0) {
                twins = Twins.among(writes.subList(i, Math.min(writes.size(), i + TRANSACTION)));
            }
            var write = writes.get(i);
            outcomes.add(twins.refusal(write)
                    .or(fault(faults, i, write))
                    .map(error -> Outcome.refused(write.id(), error))
                    .orElseGet(() -> writer.write(write, context)));
        }
        int failed = (int) outcomes.stream().filter(each -> !each.success()).count();
        return new Done(new Results(job.content().format()).ofWrites(outcomes), writes.size(), failed);
    }
}
