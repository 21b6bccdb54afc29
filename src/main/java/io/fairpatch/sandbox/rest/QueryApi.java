package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.fault.FaultKind;
import io.fairpatch.sandbox.fault.Narrowed;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.soql.BoundQuery;
import io.fairpatch.sandbox.soql.Soql;
import io.fairpatch.sandbox.soql.SoqlException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Queries by REST, page by page. */
public final class QueryApi {
    private static final int PAGE = 2000;
    private static final int SMALLEST_PAGE = 200;
    private static final int OPEN_CURSORS = 50;
    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize\\s*=\\s*(\\d{1,9})");
    private static final Pattern LOCATOR = Pattern.compile("(\\w+)-(\\d{1,9})");

    private final Org org;
    private final Soql soql;
    private final Sessions sessions;
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private long cursorsEver;

    private record Cursor(BoundQuery query, List<Row> rows, List<Map<String, List<Row>>> children) {}

    public QueryApi(Org org, Soql soql, Sessions sessions) {
        this.sessions = sessions;
        this.org = org;
        this.soql = soql;
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/query", request -> query(request, false));
        api.on("GET", "/tooling/query", this::tooling);
        api.on("GET", "/tooling/query/{locator}", this::more);
        api.on("GET", "/queryAll", request -> query(request, true));
        api.on("GET", "/query/{locator}", this::more);
        api.on("GET", "/queryAll/{locator}", this::more);
    }

    private Response query(Request request, boolean withDeleted) {
        var explained = request.param("explain");
        if (explained.isPresent()) {
            return Response.json(Explain.of(bind(explained.get(), sessions.userId(request))));
        }
        return answer(request, bind(text(request), sessions.userId(request)), withDeleted);
    }

    private Response tooling(Request request) {
        try {
            return answer(request, soql.bindForTooling(text(request), sessions.userId(request)), false);
        } catch (SoqlException e) {
            throw refused(e);
        }
    }

    private static String text(Request request) {
        return request.param("q")
                .orElseThrow(() -> new ApiException(400, "MALFORMED_QUERY", "A query string has to be specified"));
    }

    private Response answer(Request request, BoundQuery query, boolean withDeleted) {
        if (request.query().getOrDefault("columns", "").equals("true")) {
            return Response.json(ColumnMetadata.of(query));
        }
        var figures = query.figures(withDeleted);
        if (figures != null) {
            return Response.json(figures(request, figures));
        }
        var found = query.rows(withDeleted);
        var rows = request.fault(FaultKind.NARROWED)
                .map(fault -> Narrowed.of(fault, query.table().type().name(), found))
                .orElse(found);
        if (query.count()) {
            return Response.json(answer(request, rows.size(), rows.size(), null, null, List.of()));
        }
        return page(request, "", new Cursor(query, rows, query.childrenByParent(withDeleted)), 0);
    }

    private BoundQuery bind(String text, String userId) {
        try {
            return soql.bind(text, userId);
        } catch (SoqlException e) {
            throw refused(e);
        }
    }

    private static ApiException refused(SoqlException e) {
        return new ApiException(400, e.errorCode(), Objects.requireNonNullElse(e.getMessage(), ""));
    }

    private Response more(Request request) {
        var match = LOCATOR.matcher(request.part("locator"));
        var cursor = match.matches() ? find(match.group(1)) : null;
        if (cursor == null) {
            throw new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        return page(request, match.group(1), cursor, Integer.parseInt(match.group(2)));
    }

    private Response page(Request request, String cursorId, Cursor cursor, int from) {
        int total = cursor.rows().size();
        int start = Math.min(from, total);
        int end = Math.min(total, start + pageSize(request));
        var json = new RecordJson(org, request.area());
        var next = end == total ? null : (cursorId.isEmpty() ? keep(cursor) : cursorId) + "-" + end;
        var records = cursor.rows().subList(start, end).stream()
                .map(row -> json.of(row, cursor.query(), cursor.children()))
                .toList();
        var name = cursor.query().table().type().name();
        return Response.json(answer(request, total, end - start, name, next, records));
    }

    /**
     * What is told of records; the Tooling API tells more.
     *
     * @param next by which the next page is found; null for none
     */
    private static Map<String, @Nullable Object> answer(
            Request request, int total, int size, @Nullable String object, @Nullable String next, List<?> records) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        if (request.isTooling()) {
            answer.put("size", size);
        }
        answer.put("totalSize", total);
        answer.put("done", next == null);
        if (next != null) {
            answer.put("nextRecordsUrl", request.area() + "/query/" + next);
        }
        if (request.isTooling()) {
            answer.put("queryLocator", next);
            answer.put("entityTypeName", object);
        }
        answer.put("records", records);
        return answer;
    }

    private static Map<String, @Nullable Object> figures(Request request, List<Map<String, @Nullable Object>> lines) {
        if (lines.size() > PAGE) {
            throw new ApiException(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch");
        }
        return answer(request, lines.size(), lines.size(), "AggregateResult", null, lines);
    }

    private static int pageSize(Request request) {
        var match = BATCH_SIZE.matcher(Objects.requireNonNullElse(request.header("Sforce-Query-Options"), ""));
        return match.find() ? Math.max(SMALLEST_PAGE, Math.min(PAGE, Integer.parseInt(match.group(1)))) : PAGE;
    }

    private String keep(Cursor cursor) {
        synchronized (cursors) {
            cursorsEver++;
            var id = "01gFp%013d".formatted(cursorsEver);
            cursors.put(id, cursor);
            if (cursors.size() > OPEN_CURSORS) {
                cursors.remove(cursors.keySet().iterator().next());
            }
            return id;
        }
    }

    private @Nullable Cursor find(String id) {
        synchronized (cursors) {
            return cursors.get(id);
        }
    }
}
