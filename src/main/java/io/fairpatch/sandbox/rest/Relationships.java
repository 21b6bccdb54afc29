package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.org.RecordIds;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.schema.ChildName;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.soql.Soql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parent or the children of a record, by the name of the relationship. */
public final class Relationships {
    private final View view;
    private final Soql soql;

    public Relationships(View view, Soql soql) {
        this.view = view;
        this.soql = soql;
    }

    /** What the request asks for; empty when {@code id} is none of the object's. */
    Optional<Response> of(Request request, String id, String relationship) {
        var type = view.type(request);
        boolean named = RecordIds.normalise(id)
                .flatMap(view.org().schema()::ofId)
                .filter(own -> own.name().equals(type.name()))
                .isPresent();
        if (!named) {
            return Optional.empty();
        }
        var row = view.find(request, type, id).orElseThrow(ApiException::notFound);
        var lookup = type.relationship(relationship);
        return Optional.of(
                lookup.isPresent() ? parent(request, row, lookup.get()) : children(request, type, row, relationship));
    }

    private Response parent(Request request, Row row, Field lookup) {
        var schema = view.org().schema();
        var id = row.text(lookup);
        var parent = schema.ofId(id)
                .flatMap(type -> view.named(request, type.name()))
                .orElseThrow(ApiException::notFound);
        return Response.json(find(request, parent, "Id", id).get(0));
    }

    private Response children(Request request, ObjectType type, Row row, String relationship) {
        for (var child : view.org().schema().objects()) {
            for (var field : child.fields()) {
                if (relationship.equalsIgnoreCase(ChildName.of(child, field, type))) {
                    var seen = view.named(request, child.name()).orElseThrow(ApiException::notFound);
                    var records = find(request, seen, field.name(), row.id());
                    var answer = new LinkedHashMap<String, Object>();
                    answer.put("totalSize", records.size());
                    answer.put("done", true);
                    answer.put("records", records);
                    return Response.json(answer);
                }
            }
        }
        throw ApiException.notFound();
    }

    private List<Map<String, @Nullable Object>> find(Request request, ObjectType type, String field, String id) {
        var fields = request.param("fields")
                .orElseGet(() -> type.fields().stream().map(Field::name).collect(Collectors.joining(",")));
        var query = soql.bind(
                "SELECT %s FROM %s WHERE %s = '%s'".formatted(fields, type.name(), field, id), view.userId(request));
        var json = new RecordJson(view.org(), request.base());
        return query.rows(false).stream()
                .map(row -> json.of(row, query.columns()))
                .toList();
    }
}
