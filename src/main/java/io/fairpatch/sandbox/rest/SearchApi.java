package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.rest.Finder.Found;
import io.fairpatch.sandbox.soql.FieldPath;
import io.fairpatch.sandbox.soql.Soql;
import io.fairpatch.sandbox.soql.SoqlException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds records by words, in SOSL or by parameters. */
public final class SearchApi {
    private static final int WRAPPED_SINCE = 37;
    private static final int SUGGESTED = 5;

    private final View view;
    private final Finder finder;

    public SearchApi(View view, Soql soql) {
        this.view = view;
        this.finder = new Finder(view.org(), soql);
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/search", request -> answer(request, Sosl.parse(text(request))));
        api.on("GET", "/tooling/search", request -> answer(request, Sosl.parse(text(request))));
        api.on("GET", "/search/suggestions", this::suggestions);
        api.on("GET", "/parameterizedSearch", request -> answer(request, Search.ofParameters(request)));
        api.on("POST", "/parameterizedSearch", request -> answer(request, Search.ofBody(request.json())));
    }

    /** Records whose names begin as what was typed so far. */
    private Response suggestions(Request request) {
        var typed = text(request);
        var type = request.param("sobject")
                .flatMap(object -> view.named(request, object))
                .filter(object -> object.nameField() != null)
                .orElseThrow(() -> new ApiException(400, "INVALID_TYPE", "sobject must name an object with a name"));
        int most = request.param("limit")
                .filter(limit -> limit.matches("\\d{1,3}"))
                .map(Integer::parseInt)
                .orElse(SUGGESTED);
        var name = Objects.requireNonNull(type.nameField());
        var table = view.org().table(type);
        var rows = table.rows().stream()
                .filter(row -> row.text(name).regionMatches(true, 0, typed, 0, typed.length()) && !table.isDeleted(row))
                .flatMap(row -> view.find(request, type, row.id()).stream())
                .limit(most + 1L)
                .toList();
        var json = new RecordJson(view.org(), request.base());
        var fields = List.of(type.require("Id"), name);
        var shown =
                rows.stream().limit(most).map(row -> json.ofFields(row, fields)).toList();
        return Response.json(Json.object("autoSuggestResults", shown, "hasMoreResults", rows.size() > most));
    }

    private static String text(Request request) {
        return request.param("q")
                .orElseThrow(() -> new ApiException(400, "MALFORMED_SEARCH", "No search was given in the parameter q"));
    }

    private Response answer(Request request, Search search) {
        try {
            var found = finder.find(search, view.userId(request));
            var records = records(request, found);
            if (Double.parseDouble(request.version()) < WRAPPED_SINCE) {
                return Response.json(records);
            }
            var answer = new LinkedHashMap<String, Object>();
            answer.put("searchRecords", records);
            if (search.labels()) {
                answer.put("metadata", Map.of("entityetadata", labels(found))); // spelt so in the documentation
            }
            return Response.json(answer);
        } catch (SoqlException e) {
            throw new ApiException(400, e.errorCode(), String.valueOf(e.getMessage()));
        }
    }

    private List<Map<String, @Nullable Object>> records(Request request, List<Found> found) {
        var json = new RecordJson(view.org(), request.base());
        return found.stream()
                .map(each -> {
                    var record = json.of(each.row(), each.columns());
                    each.marked().forEach((field, text) -> record.put("highlight." + field, text));
                    return record;
                })
                .toList();
    }

    /** What the fields that were asked for are called, of each object something was found of. */
    private static List<Map<String, Object>> labels(List<Found> found) {
        var columns = new LinkedHashMap<String, List<FieldPath>>();
        found.forEach(each -> columns.put(each.type().name(), each.columns()));
        return columns.entrySet().stream()
                .map(entry -> Json.object("entityName", entry.getKey(), "fieldMetadata", labelsOf(entry.getValue())))
                .toList();
    }

    private static List<Map<String, String>> labelsOf(List<FieldPath> columns) {
        return columns.stream()
                .map(column -> Json.object(
                        "name", column.name(), "label", column.field().label()))
                .toList();
    }
}
