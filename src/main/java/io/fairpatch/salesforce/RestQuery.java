package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.OrgRow;
import io.fairpatch.org.QueryJob;
import io.fairpatch.org.RowSink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads by the REST query resource what is short, or what the org doesn't offer in bulk: at most 2,000 rows a call. */
final class RestQuery {
    private static final Pattern SELECT = Pattern.compile("(?is)\\s*SELECT\\s+(.+?)\\s+FROM\\s.*");

    /** The org takes addresses of up to 16,384 bytes. */
    private static final int LONGEST_PATH = 12_000;

    private final RestApi rest;
    private final Retries retries;

    RestQuery(RestApi rest, Retries retries) {
        this.rest = rest;
        this.retries = retries;
    }

    /** Goes on from where the job stands, to the end. */
    long read(QueryJob job, RowSink sink, Progress progress) {
        var path = job.locator().isEmpty() ? retries.repeat(() -> first(job.query())) : job.locator();
        return read(job, page(path), sink, progress);
    }

    /** Empty when there are more rows, or when the query is too long for an address. */
    OptionalLong readShort(BulkQuery query, int most, RowSink sink, Progress progress) {
        var path = retries.repeat(() -> first(query));
        if (path.length() > LONGEST_PATH) {
            return OptionalLong.empty();
        }
        var page = page(path);
        return page.path("totalSize").asLong() > most
                ? OptionalLong.empty()
                : OptionalLong.of(read(new QueryJob(query, "", "", "", 0), page, sink, progress));
    }

    private long read(QueryJob job, JsonNode first, RowSink sink, Progress progress) {
        var columns = columns(job.query().soql());
        var page = first;
        long rows = job.delivered();
        var next = deliver(page, columns, sink, job, rows);
        rows += page.path("records").size();
        while (!next.isEmpty() && !progress.stopRequested()) {
            page = page(next);
            next = deliver(page, columns, sink, job, rows);
            rows += page.path("records").size();
            progress.at(rows, page.path("totalSize").asLong());
        }
        long total = page.path("totalSize").asLong();
        if (rows != total) {
            throw miscounted(job.query(), rows, total, progress);
        }
        return rows;
    }

    private JsonNode page(String path) {
        return retries.repeat(() -> rest.send(Call.get(path)));
    }

    /**
     * The rows of a small query, all in memory.
     *
     * @param resource under the version's root: {@code /query}, or that of the Tooling API
     */
    List<OrgRow> rows(String resource, String soql) {
        var columns = columns(soql);
        var rows = new ArrayList<OrgRow>();
        var path = retries.repeat(() -> rest.path(resource + "?q=" + encode(soql)));
        do {
            var page = page(path);
            page.path("records").forEach(node -> rows.add(row(node, columns)));
            path = page.path("nextRecordsUrl").asText();
        } while (!path.isEmpty());
        return List.copyOf(rows);
    }

    private static OrgRow row(JsonNode node, List<String> columns) {
        return new OrgRow(columns.stream().collect(Collectors.toMap(column -> column, column -> value(node, column))));
    }

    private String first(BulkQuery query) {
        return rest.path((query.includeDeleted() ? "/queryAll?q=" : "/query?q=") + encode(query.soql()));
    }

    static String encode(String soql) {
        return URLEncoder.encode(soql, StandardCharsets.UTF_8);
    }

    /** Gives where the page after this one is; empty after the last. */
    private static String deliver(JsonNode page, List<String> columns, RowSink sink, QueryJob job, long before) {
        var records = page.path("records");
        var next = page.path("nextRecordsUrl").asText();
        sink.pageStart(columns);
        for (JsonNode node : records) {
            sink.row(columns.stream().map(column -> value(node, column)).toList());
        }
        sink.pageEnd(records.size(), job.at(next, before + records.size()));
        return next;
    }

    /** A dotted column is a field of a parent record. */
    private static String value(JsonNode node, String column) {
        return FieldText.of(node.at("/" + column.replace('.', '/')));
    }

    private static List<String> columns(String soql) {
        var select = SELECT.matcher(soql);
        if (!select.matches()) {
            throw new IllegalArgumentException("The query (" + soql + ") must be SELECT fields FROM object");
        }
        return Arrays.asList(select.group(1).split("\\s*,\\s*"));
    }

    private static RuntimeException miscounted(BulkQuery query, long rows, long total, Progress progress) {
        var problem = progress.stopRequested()
                ? Problem.of(ErrorCode.INTERRUPTED, "Reading " + query.object() + " was stopped.")
                : Problem.of(
                                ErrorCode.ORG_RECORD_COUNT,
                                "The org counts " + total + " rows of " + query.object() + ", but its pages brought "
                                        + rows + ".")
                        .maybe(FailureKind.RECORD_COUNT.advice());
        return problem.exception();
    }
}
