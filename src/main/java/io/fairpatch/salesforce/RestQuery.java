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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads by the REST query resource what the org doesn't offer in bulk. For small objects: 2,000 rows a call. */
final class RestQuery {
    private static final Pattern SELECT = Pattern.compile("(?is)\\s*SELECT\\s+(.+?)\\s+FROM\\s.*");

    private final RestApi rest;
    private final Retries retries;

    RestQuery(RestApi rest, Retries retries) {
        this.rest = rest;
        this.retries = retries;
    }

    long read(QueryJob job, RowSink sink, Progress progress) {
        var query = job.query();
        var columns = columns(query.soql());
        var path = job.locator().isEmpty() ? retries.repeat(() -> first(query)) : job.locator();
        long rows = job.delivered();
        long total;
        do {
            var here = path;
            var page = retries.repeat(() -> rest.send(Call.get(here)));
            path = page.path("nextRecordsUrl").asText();
            rows += page.path("records").size();
            deliver(page.path("records"), columns, sink, job.at(path, rows));
            total = page.path("totalSize").asLong();
            progress.at(rows, total);
        } while (!path.isEmpty() && !progress.stopRequested());
        if (rows != total) {
            throw miscounted(query, rows, total, progress);
        }
        return rows;
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
            var here = path;
            var page = retries.repeat(() -> rest.send(Call.get(here)));
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

    private static void deliver(JsonNode records, List<String> columns, RowSink sink, QueryJob next) {
        sink.pageStart(columns);
        for (JsonNode node : records) {
            sink.row(columns.stream().map(column -> value(node, column)).toList());
        }
        sink.pageEnd(records.size(), next);
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
