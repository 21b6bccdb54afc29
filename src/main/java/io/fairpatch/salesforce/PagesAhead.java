package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.error.FairpatchException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The result pages of a finished job. Where the org lists them beforehand (resultPages), the next ones are asked for
 * while one is read; their bodies wait in the network, so memory does not grow. Otherwise each page names the next.
 */
final class PagesAhead implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PagesAhead.class);
    private static final int AHEAD = 2;

    private final RestApi rest;
    private final Retries retries;
    private final int pageRows;
    private final BulkJob job;
    private final ExecutorService threads;
    private final Deque<String> listed = new ArrayDeque<>();
    private final Deque<Asked> asked = new ArrayDeque<>();
    private String moreListed;
    private boolean begun;

    PagesAhead(RestApi rest, Retries retries, int pageRows, BulkJob job) {
        this.rest = rest;
        this.retries = retries;
        this.pageRows = pageRows;
        this.job = job;
        this.moreListed =
                job.processed() > pageRows ? BulkQueryJobs.path(job) + "/resultPages?maxRecords=" + pageRows : "";
        this.threads = Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "org-pages");
            thread.setDaemon(true);
            return thread;
        });
    }

    private record Asked(String path, CompletableFuture<Reply> reply) {
        boolean holds(String locator) {
            return !locator.isEmpty() && (path.contains(locator) || path.contains(encoded(locator)));
        }
    }

    /** The page at {@code locator}, empty for the first; the caller closes it. */
    Reply open(String locator) {
        boolean first = locator.isEmpty() && !begun;
        if (first) {
            begun = true;
            askAhead();
        }
        var next = asked.peek();
        if (next == null || !first && !next.holds(locator)) {
            // not what was listed, or read again after a break
            return rest.transport().open(Call.get(path(locator)));
        }
        asked.remove();
        askAhead();
        return taken(next);
    }

    /** The rows of a page, parsed ahead; the caller closes them. */
    RowsAhead rows(Reply page) {
        return new RowsAhead(new CsvRows(page), threads);
    }

    private String path(String locator) {
        var at = locator.isEmpty() ? "" : "&locator=" + encoded(locator);
        return BulkQueryJobs.path(job) + "/results?maxRecords=" + pageRows + at;
    }

    private static String encoded(String locator) {
        return URLEncoder.encode(locator, StandardCharsets.UTF_8);
    }

    private void askAhead() {
        while (asked.size() <= AHEAD && list()) {
            var path = listed.remove();
            asked.add(new Asked(
                    path, CompletableFuture.supplyAsync(() -> rest.transport().open(Call.get(path)), threads)));
        }
    }

    /** Whether a listed page is left, after asking for more of the list. */
    private boolean list() {
        if (listed.isEmpty() && !moreListed.isEmpty()) {
            var here = moreListed;
            moreListed = "";
            try {
                var answer = retries.repeat(() -> rest.send(Call.get(here)));
                answer.path("resultPages").forEach(page -> listed.add(either(page, "resultLink", "resultUrl")));
                moreListed = either(answer, "nextRecordsUrl", "nextRecordUrl");
            } catch (FairpatchException e) {
                LOG.debug("Job {} does not list its pages; they are read one after the other", job.id());
            }
        }
        return !listed.isEmpty();
    }

    /** The guide's prose and its example differ in these names. */
    private static String either(JsonNode node, String name, String otherName) {
        return node.path(name).asText(node.path(otherName).asText(""));
    }

    private static Reply taken(Asked page) {
        try {
            return page.reply().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        asked.forEach(page -> page.reply().thenAccept(PagesAhead::drop));
        asked.clear();
    }

    private static void drop(Reply reply) {
        try {
            reply.close();
        } catch (IOException e) {
            LOG.debug("A page that nobody wanted any more did not close: {}", e.getMessage());
        }
    }
}
