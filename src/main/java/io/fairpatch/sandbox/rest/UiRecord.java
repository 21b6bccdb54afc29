package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.soql.BoundQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A record as the UI API shows it: each field with its value and how it is displayed, parents nested. */
final class UiRecord {
    private final Org org;
    private final RecordJson json;

    /** @param base path up to and including the API version */
    UiRecord(Org org, String base) {
        this.org = org;
        this.json = new RecordJson(org, base);
    }

    Map<String, @Nullable Object> of(Row row, BoundQuery query) {
        return record(row, json.of(row, query.columns()));
    }

    private Map<String, @Nullable Object> record(Row row, Map<?, ?> values) {
        var type = org.schema().ofId(row.id()).orElseThrow();
        var fields = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> {
            if (!name.equals("attributes")) {
                fields.put(String.valueOf(name), field(row, type, String.valueOf(name), value));
            }
        });
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("apiName", type.name());
        answer.put("childRelationships", Map.of());
        answer.put("eTag", Integer.toHexString(Objects.hash(row.id(), fields)));
        answer.put("fields", fields);
        answer.put("id", row.id());
        for (var own : List.of("LastModifiedById", "LastModifiedDate", "SystemModstamp")) {
            var shown = own.substring(0, 1).toLowerCase(Locale.ROOT) + own.substring(1);
            answer.put(
                    shown,
                    type.field(own)
                            .map(field -> Values.json(field, row.get(field)))
                            .orElse(null));
        }
        answer.put("recordTypeId", "012000000000000AAA");
        answer.put("recordTypeInfo", null);
        return answer;
    }

    private Map<String, @Nullable Object> field(Row row, ObjectType type, String name, @Nullable Object value) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> nested && type.relationship(name).isPresent()) {
            var link = type.relationship(name).orElseThrow();
            var parent = org.find(String.valueOf(row.get(link))).orElseThrow();
            answer.put("displayValue", name(parent));
            answer.put("value", record(parent, nested));
            return answer;
        }
        boolean shown = type.field(name).filter(field -> !field.type().isText()).isPresent();
        answer.put("displayValue", shown && value != null ? String.valueOf(value) : null);
        answer.put("value", value);
        return answer;
    }

    private @Nullable Object name(Row row) {
        var field = org.schema().ofId(row.id()).orElseThrow().nameField();
        return field == null ? null : row.get(field);
    }
}
