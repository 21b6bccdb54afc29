package io.fairpatch.salesforce;

import io.fairpatch.model.Progress;
import io.fairpatch.org.QueryJob;
import io.fairpatch.org.RowSink;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the result pages of one finished query job into a sink. A page that breaks off, or whose rows are not as many as
 * its header says, is announced to the sink and read again by its locator. Used by one thread.
 */
final class QueryPages {
    private static final int LOOK_UP_EVERY = 1024;

    private final PagesAhead pages;
    private final Retries retries;
    private final BulkJob job;
    private final RowSink sink;
    private final Progress progress;
    private QueryJob position;
    private List<String> header = List.of();
    private long delivered;

    QueryPages(PagesAhead pages, Retries retries, QueryJob from, BulkJob job, RowSink sink, Progress progress) {
        this.pages = pages;
        this.retries = retries;
        this.position = from;
        this.delivered = from.delivered();
        this.job = job;
        this.sink = sink;
        this.progress = progress;
    }

    /** Rows delivered, equal to what the job counted. */
    long read() {
        boolean more = delivered == 0 || !position.locator().isEmpty();
        while (more) {
            retries.repeat(this::page);
            progress.at(delivered, job.processed());
            more = !position.locator().isEmpty();
        }
        if (delivered != job.processed()) {
            throw miscounted("Query job " + job.id() + " has " + job.processed() + " rows, but its pages brought "
                            + delivered + ".")
                    .problem()
                    .exception();
        }
        return delivered;
    }

    private QueryJob page() {
        var locator = position.locator();
        try (var reply = pages.open(locator)) {
            var next = next(reply, locator);
            int rows = rows(reply, next);
            delivered += rows;
            position = position.at(next, delivered);
            return position;
        } catch (IOException e) {
            throw FailureTable.of(e, "GET results", BulkQueryJobs.path(job)).exception(e);
        }
    }

    private int rows(Reply reply, String next) {
        try (var rows = pages.rows(reply)) {
            return rows(reply, rows, next);
        }
    }

    private int rows(Reply reply, RowsAhead rows, String next) {
        var first = rows.next();
        if (first == null) {
            if (delivered < job.processed()) {
                throw FailureTable.unreadable(reply, "its body is empty, and rows are missing")
                        .exception();
            }
            return counted(reply, 0);
        }
        begin(reply, List.of(first));
        try {
            int count = counted(reply, deliver(rows));
            sink.pageEnd(count, position.at(next, delivered + count));
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

    private int deliver(RowsAhead rows) {
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
}
