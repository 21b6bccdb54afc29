package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.soql.BoundQuery;
import io.fairpatch.sandbox.soql.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a query's columns are; the sf CLI asks for it before it prints a table. */
final class ColumnMetadata {
    private ColumnMetadata() {}

    static Map<String, Object> of(BoundQuery query) {
        var roots = new ArrayList<Map<String, @Nullable Object>>();
        for (var path : query.columns()) {
            add(roots, path, 0);
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("columnMetadata", roots);
        answer.put("entityName", query.table().type().name());
        answer.put("groupBy", false);
        answer.put("idSelected", query.columns().stream().anyMatch(path -> path.name()
                .equals("Id")));
        answer.put("keyPrefix", query.table().type().keyPrefix());
        return answer;
    }

    @SuppressWarnings("unchecked") // the joined columns of a column were put there below
    private static void add(List<Map<String, @Nullable Object>> siblings, FieldPath path, int depth) {
        if (depth == path.hops().size()) {
            siblings.add(column(path.field().name(), path.field()));
            return;
        }
        var hop = path.hops().get(depth);
        var name = Objects.requireNonNull(hop.relationshipName());
        var joint = siblings.stream()
                .filter(column -> name.equals(column.get("columnName")))
                .findFirst();
        var column = joint.orElseGet(() -> column(name, hop));
        if (joint.isEmpty()) {
            siblings.add(column);
        }
        add((List<Map<String, @Nullable Object>>) Objects.requireNonNull(column.get("joinColumns")), path, depth + 1);
    }

    private static Map<String, @Nullable Object> column(String name, Field field) {
        var column = new LinkedHashMap<String, @Nullable Object>();
        column.put("aggregate", false);
        column.put("apexType", apexType(field.type()));
        column.put("booleanType", field.type() == FieldType.BOOLEAN);
        column.put("columnName", name);
        column.put("custom", field.isCustom());
        column.put("displayName", name);
        column.put("foreignKeyName", null);
        column.put("insertable", field.is(FieldFlag.CREATEABLE));
        column.put("joinColumns", new ArrayList<>());
        column.put("numberType", field.type().isNumber());
        column.put("textType", field.type().isText());
        column.put("updatable", field.is(FieldFlag.UPDATEABLE));
        return column;
    }

    private static String apexType(FieldType type) {
        return switch (type) {
            case ID, REFERENCE -> "Id";
            case BOOLEAN -> "Boolean";
            case INT -> "Integer";
            case DOUBLE, CURRENCY, PERCENT -> "Double";
            case DATE -> "Date";
            case DATETIME -> "Datetime";
            case ADDRESS -> "Address";
            default -> "String";
        };
    }
}
