package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordIds;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Sharing;
import io.fairpatch.sandbox.rest.Finder;
import io.fairpatch.sandbox.soql.BoundQuery;
import io.fairpatch.sandbox.soql.FieldPath;
import io.fairpatch.sandbox.soql.Soql;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** query, queryAll, queryMore, search and retrieve. */
final class QueryCalls {
    private static final int PAGE = 500;
    private static final int MOST_PAGE = 2000;
    private static final int SMALLEST_PAGE = 200;
    private static final int OPEN_CURSORS = 50;

    private final Org org;
    private final Soql soql;
    private final Finder finder;
    private final SoapRecords records;
    private final FoundRecords found;
    private final Map<String, Cursor> cursors = new LinkedHashMap<>();
    private int ever;

    private record Cursor(BoundQuery query, List<Row> rows, List<Map<String, List<Row>>> children) {}

    QueryCalls(Org org) {
        this.org = org;
        this.soql = new Soql(org);
        this.finder = new Finder(org, soql);
        this.records = new SoapRecords(org);
        this.found = new FoundRecords(org, records);
    }

    String query(Envelope call, boolean withDeleted) {
        var query = soql.bind(call.argument("queryString").orElse(""), call.userId());
        var figures = query.figures(withDeleted);
        if (figures != null) {
            return result("", FoundRecords.figures(figures, query.figureNames()), figures.size());
        }
        var rows = query.rows(withDeleted);
        if (query.count()) {
            return result("", "", rows.size());
        }
        return page(call, new Cursor(query, rows, query.childrenByParent(withDeleted)), "", 0);
    }

    String search(Envelope call) {
        return finder.find(call.argument("searchString").orElse(""), call.userId()).stream()
                .map(each -> records.of("record", each.row(), each.columns()))
                .map(record -> "<searchRecords>" + record + "</searchRecords>")
                .collect(Collectors.joining("", "<result><queryId></queryId>", "</result>"));
    }

    String more(Envelope call) {
        var parts = call.argument("queryLocator").orElse("").split("-");
        Cursor cursor;
        synchronized (cursors) {
            cursor = cursors.get(parts[0]);
        }
        if (cursor == null || parts.length != 2 || !parts[1].matches("\\d{1,9}")) {
            throw new ApiException(500, "INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        return page(call, cursor, parts[0], Integer.parseInt(parts[1]));
    }

    private String page(Envelope call, Cursor cursor, String id, int from) {
        int total = cursor.rows().size();
        int end = Math.min(total, from + pageSize(call));
        var content = cursor.rows().subList(Math.min(from, total), end).stream()
                .map(row -> found.record(row, cursor.query(), cursor.children()))
                .collect(Collectors.joining());
        var next = end == total ? "" : (id.isEmpty() ? keep(cursor) : id) + "-" + end;
        return result(next, content, total);
    }

    private static String result(String locator, String content, int size) {
        return "<result xsi:type=\"QueryResult\">" + FoundRecords.result(locator, content, size) + "</result>";
    }

    private static int pageSize(Envelope call) {
        return call.header("QueryOptions", "batchSize")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .map(size -> Math.max(SMALLEST_PAGE, Math.min(MOST_PAGE, size)))
                .orElse(PAGE);
    }

    private String keep(Cursor cursor) {
        synchronized (cursors) {
            ever++;
            var id = "01gFs%013d".formatted(ever);
            cursors.put(id, cursor);
            if (cursors.size() > OPEN_CURSORS) {
                cursors.remove(cursors.keySet().iterator().next());
            }
            return id;
        }
    }

    String retrieve(Envelope call) {
        var type = org.schema()
                .object(call.argument("sObjectType").orElse(""))
                .flatMap(object -> org.rights().view(call.userId(), object))
                .orElseThrow(() -> new ApiException(500, "INVALID_TYPE", "sObject type is not supported."));
        var fields = Arrays.stream(call.argument("fieldList").orElse("Id").split(","))
                .map(name -> type.field(name.strip())
                        .orElseThrow(() -> new ApiException(
                                500,
                                "INVALID_FIELD",
                                "No such column '" + name.strip() + "' on entity '" + type.name() + "'.")))
                .map(field -> new FieldPath(org, List.of(), field))
                .toList();
        var visible = new Sharing(org).visible(call.userId(), type);
        var xml = new StringBuilder();
        for (var id : call.arguments("ids")) {
            Optional<Row> row = RecordIds.normalise(id.getTextContent().strip())
                    .flatMap(org.table(type)::find)
                    .filter(found -> !org.table(type).isDeleted(found) && (visible == null || visible.test(found)));
            xml.append(row.map(found -> records.of("result", found, fields)).orElse("<result xsi:nil=\"true\"/>"));
        }
        return xml.toString();
    }
}
