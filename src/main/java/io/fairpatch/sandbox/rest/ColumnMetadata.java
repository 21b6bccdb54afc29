package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.soql.BoundQuery;
import io.fairpatch.sandbox.soql.ChildQuery;
import io.fairpatch.sandbox.soql.FieldPath;
import io.fairpatch.sandbox.soql.FigureName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a query's columns are; the sf CLI asks for it before it prints a table. */
final class ColumnMetadata {
    private static final List<String> NEVER =
            List.of("aggregate", "booleanType", "custom", "insertable", "numberType", "textType", "updatable");

    private ColumnMetadata() {}

    static Map<String, Object> of(BoundQuery query) {
        var roots = new ArrayList<Map<String, @Nullable Object>>();
        for (var path : query.columns()) {
            add(roots, path, 0);
        }
        query.typedParents().forEach(parent -> roots.add(column(parent.name(), parent.lookup())));
        query.children().forEach(child -> roots.add(children(child)));
        query.figureNames().forEach(figure -> roots.add(figure(figure)));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("columnMetadata", roots);
        answer.put("entityName", query.table().type().name());
        answer.put("groupBy", query.figureNames().stream().anyMatch(name -> !name.figure()));
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

    /** Children are one column, which joins theirs. */
    private static Map<String, @Nullable Object> children(ChildQuery child) {
        var column = column(child.name(), child.name(), "List");
        column.put("aggregate", true);
        column.put("joinColumns", of(child.query()).get("columnMetadata"));
        return column;
    }

    private static Map<String, @Nullable Object> figure(FigureName figure) {
        var column = column(figure.name(), figure.display(), figure.figure() ? "Double" : "String");
        column.put("aggregate", figure.figure());
        column.put("numberType", figure.figure());
        column.put("textType", !figure.figure());
        return column;
    }

    private static Map<String, @Nullable Object> column(String name, Field field) {
        var column = column(name, name, apexType(field.type()));
        column.put("booleanType", field.type() == FieldType.BOOLEAN);
        column.put("custom", field.isCustom());
        column.put("insertable", field.is(FieldFlag.CREATEABLE));
        column.put("numberType", field.type().isNumber());
        column.put("textType", field.type().isText());
        column.put("updatable", field.is(FieldFlag.UPDATEABLE));
        return column;
    }

    private static Map<String, @Nullable Object> column(String name, String display, String apexType) {
        var column = new LinkedHashMap<String, @Nullable Object>();
        NEVER.forEach(flag -> column.put(flag, false));
        column.put("apexType", apexType);
        column.put("columnName", name);
        column.put("displayName", display);
        column.put("foreignKeyName", null);
        column.put("joinColumns", new ArrayList<>());
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
