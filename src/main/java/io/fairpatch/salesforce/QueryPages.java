package io.fairpatch.salesforce;

import io.fairpatch.model.Progress;
import io.fairpatch.org.RowSink;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the result pages of one finished query job into a sink. A page that breaks off, or whose rows are not as many as
 * its header says, is announced to the sink and read again by its locator. Used by one thread.
 */
final class QueryPages {
    private static final int LOOK_UP_EVERY = 1024;

    private final Transport transport;
    private final Retries retries;
    private final int pageRows;
    private final BulkJob job;
    private final RowSink sink;
    private final Progress progress;
    private List<String> header = List.of();
    private long delivered;

    QueryPages(Transport transport, Retries retries, int pageRows, BulkJob job, RowSink sink, Progress progress) {
        this.transport = transport;
        this.retries = retries;
        this.pageRows = pageRows;
        this.job = job;
        this.sink = sink;
        this.progress = progress;
    }

    /** Rows delivered, equal to what the job counted. */
    long read() {
        String locator = "";
        do {
            var here = locator;
            var page = retries.repeat(() -> page(here));
            delivered += page.rows();
            progress.at(delivered, job.processed());
            locator = page.next();
        } while (!locator.isEmpty());
        if (delivered != job.processed()) {
            throw miscounted("Query job " + job.id() + " has " + job.processed() + " rows, but its pages brought "
                            + delivered + ".")
                    .problem()
                    .exception();
        }
        return delivered;
    }

    private Page page(String locator) {
        var at = locator.isEmpty() ? "" : "&locator=" + URLEncoder.encode(locator, StandardCharsets.UTF_8);
        var call = Call.get(BulkQueryJobs.path(job) + "/results?maxRecords=" + pageRows + at);
        try (var reply = transport.open(call)) {
            int rows = rows(reply);
            return new Page(rows, next(reply, locator));
        } catch (IOException e) {
            throw FailureTable.of(e, "GET results", BulkQueryJobs.path(job)).exception(e);
        }
    }

    private int rows(Reply reply) {
        var rows = new CsvRows(reply);
        var first = rows.next();
        if (first == null) {
            return counted(reply, 0);
        }
        begin(reply, List.of(first));
        try {
            int count = counted(reply, deliver(rows));
            sink.pageEnd(count);
            return count;
        } catch (RemoteException e) {
            sink.pageBroken();
            throw e;
        }
    }

    private void begin(Reply reply, List<String> found) {
        if (header.isEmpty()) {
            header = found;
        } else if (!header.equals(found)) {
            throw FailureTable.unreadable(reply, "its columns " + found + " are not those of the first page " + header)
                    .exception();
        }
        sink.pageStart(found);
    }

    private int deliver(CsvRows rows) {
        int count = 0;
        for (var row = rows.next(); row != null; row = rows.next()) {
            sink.row(Arrays.asList(row));
            if (++count % LOOK_UP_EVERY == 0) {
                lookUp(count);
            }
        }
        return count;
    }

    private void lookUp(int count) {
        progress.at(delivered + count, job.processed());
        if (progress.stopRequested()) {
            throw BulkQueryJobs.stopped(job);
        }
    }

    private int counted(Reply reply, int rows) {
        var declared = reply.header("Sforce-NumberOfRecords").orElse("");
        if (!declared.isEmpty() && !declared.equals(Integer.toString(rows))) {
            throw miscounted("A page declared " + declared + " rows, but " + rows + " arrived.")
                    .exception();
        }
        return rows;
    }

    /** The literal text null marks the last page; so may a missing or empty locator. */
    private static String next(Reply reply, String here) {
        var locator = reply.header("Sforce-Locator").orElse("");
        if (locator.equals(here) && !here.isEmpty()) {
            throw FailureTable.unreadable(reply, "it names itself as the next page")
                    .exception();
        }
        return locator.equals("null") ? "" : locator;
    }

    private RemoteFailure miscounted(String what) {
        return new RemoteFailure(FailureKind.RECORD_COUNT, what, BulkQueryJobs.path(job), "", "", false);
    }

    private record Page(int rows, String next) {}
}
