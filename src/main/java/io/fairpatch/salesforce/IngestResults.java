package io.fairpatch.salesforce;

import io.fairpatch.org.WriteResult;
import io.fairpatch.org.WriteResult.Fate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads what became of the rows of a Bulk API 2.0 ingest job. Rows come in any order, so the Id says which is which. */
final class IngestResults {
    private final Transport transport;
    private final Retries retries;

    IngestResults(Transport transport, Retries retries) {
        this.transport = transport;
        this.retries = retries;
    }

    List<WriteResult> read(String jobPath) {
        var fates = new RowFates();
        list(jobPath + "/successfulResults", Fate.WRITTEN).forEach(fates::add);
        list(jobPath + "/failedResults", Fate.FAILED).forEach(fates::add);
        list(jobPath + "/unprocessedrecords", Fate.UNPROCESSED).forEach(fates::add);
        return fates.all();
    }

    private List<WriteResult> list(String path, Fate fate) {
        return retries.repeat(() -> {
            try (var reply = transport.open(Call.get(path))) {
                return rows(new CsvRows(reply), fate);
            } catch (IOException e) {
                throw FailureTable.of(e, "GET " + path, path).exception(e);
            }
        });
    }

    /** An empty body stands for no rows. */
    private static List<WriteResult> rows(CsvRows csv, Fate fate) {
        var results = new ArrayList<WriteResult>();
        var first = csv.next();
        if (first == null) {
            return results;
        }
        var header = Arrays.asList(first);
        int id = header.contains("Id") ? header.indexOf("Id") : header.indexOf("sf__Id");
        int error = header.indexOf("sf__Error");
        for (var row = csv.next(); row != null; row = csv.next()) {
            results.add(result(row[id], fate, error < 0 ? "" : row[error]));
        }
        return results;
    }

    static WriteResult result(String id, Fate fate, String error) {
        if (error.isEmpty()) {
            return new WriteResult(id, fate, null, null);
        }
        var why = RowError.of(error);
        return new WriteResult(id, fate, why.code(), why.message());
    }
}
