package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.org.Addresses;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.soql.BoundQuery;
import io.fairpatch.sandbox.soql.ChildQuery;
import io.fairpatch.sandbox.soql.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records as JSON. */
public final class RecordJson {
    private final Org org;
    private final String base;

    /** @param base path up to and including the API version */
    public RecordJson(Org org, String base) {
        this.org = org;
        this.base = base;
    }

    /** A record with these fields; those of a parent are nested under the parent's name. */
    public Map<String, @Nullable Object> of(Row row, List<FieldPath> columns) {
        var answer = start(row);
        for (var column : columns) {
            put(answer, row, column, 0);
        }
        return answer;
    }

    /** A record as a query wants it, with its children. */
    Map<String, @Nullable Object> of(Row row, BoundQuery query, List<Map<String, List<Row>>> children) {
        var answer = plain(row, query);
        for (int i = 0; i < children.size(); i++) {
            var child = query.children().get(i);
            var rows = children.get(i).get(row.id());
            answer.put(child.name(), rows == null ? null : nested(rows, child));
        }
        return answer;
    }

    /** A record as a query wants it, without its children. */
    private Map<String, @Nullable Object> plain(Row row, BoundQuery query) {
        var answer = of(row, query.columns());
        for (var typed : query.typedParents()) {
            var parent = typed.of(row);
            answer.put(typed.name(), parent == null ? null : of(parent, typed.fields(type(parent))));
        }
        return answer;
    }

    private Map<String, Object> nested(List<Row> rows, ChildQuery child) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("totalSize", rows.size());
        answer.put("done", true);
        answer.put(
                "records", rows.stream().map(row -> plain(row, child.query())).toList());
        return answer;
    }

    /** A record with these fields of its own. */
    Map<String, @Nullable Object> ofFields(Row row, List<Field> fields) {
        return of(
                row,
                fields.stream()
                        .map(field -> new FieldPath(org, List.of(), field))
                        .toList());
    }

    @SuppressWarnings("unchecked") // what lies under a parent's name was put there below
    private void put(Map<String, @Nullable Object> answer, Row row, FieldPath path, int depth) {
        if (path.isWorkedOut()) {
            answer.put(path.label(), path.value(row));
            return;
        }
        if (depth == path.hops().size()) {
            var tail = new FieldPath(org, path.hops().subList(Math.max(0, depth - 1), depth), path.field());
            answer.put(path.label(), path.asWanted(path.converted(row, value(row, tail))));
            return;
        }
        var hop = path.hops().get(depth);
        var name = Objects.requireNonNull(hop.relationshipName());
        var parent = new FieldPath(org, List.of(hop), hop).parent(row);
        if (parent == null) {
            answer.put(name, null);
            return;
        }
        var nested = (Map<String, @Nullable Object>) answer.get(name);
        if (nested == null) {
            nested = start(parent);
            answer.put(name, nested);
        }
        put(nested, parent, path, depth + 1);
    }

    private @Nullable Object value(Row row, FieldPath tail) {
        var type = type(row);
        if (tail.field().name().equals("Type")
                && !tail.hops().isEmpty()
                && tail.hops().get(0).referenceTo().size() > 1) {
            return type.name();
        }
        var own = type.field(tail.field().name());
        if (own.isEmpty()) {
            return null;
        }
        return own.get().type() == FieldType.ADDRESS
                ? Addresses.parts(row, type, own.get())
                : Values.json(own.get(), row.get(own.get()));
    }

    private Map<String, @Nullable Object> start(Row row) {
        var name = type(row).name();
        var answer = new LinkedHashMap<String, @Nullable Object>();
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("type", name);
        attributes.put("url", base + "/sobjects/" + name + "/" + row.id());
        answer.put("attributes", attributes);
        return answer;
    }

    private ObjectType type(Row row) {
        return org.schema().ofId(row.id()).orElseThrow();
    }
}
