package io.fairpatch.sandbox.org;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.sandbox.data.OrgTable;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object's given rows on their way into the org: values are read, lookups still hold the ids of the giver. */
final class LoadedTable {
    private final Table table;
    private final OrgTable given;
    private final List<Field> columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private final Map<String, String> idsByGivenId = new HashMap<>();

    LoadedTable(Table table, OrgTable given) {
        this.table = table;
        this.given = given;
        this.columns = given.columns().stream().map(this::field).toList();
    }

    ObjectType type() {
        return table.type();
    }

    List<Field> columns() {
        return columns;
    }

    /** The values of each row; they may still be changed. */
    List<@Nullable Object[]> rows() {
        return rows;
    }

    boolean has(String name) {
        return columns.stream().anyMatch(field -> field.name().equals(name));
    }

    @Nullable
    String idOf(String givenId) {
        return idsByGivenId.get(givenId);
    }

    /** Reads all rows into the table. */
    void read(Pool pool) {
        for (var cells : given.rows()) {
            var values = new @Nullable Object[type().width()];
            for (int i = 0; i < columns.size(); i++) {
                if (i < cells.length && !cells[i].isEmpty()) {
                    values[columns.get(i).column()] = pool.share(value(columns.get(i), cells[i]));
                }
            }
            var givenId = values[0];
            var id = table.append(values).id();
            rows.add(values);
            if (givenId != null && idsByGivenId.put(givenId.toString(), id) != null) {
                throw problem("has the id '" + givenId + "' a second time", type().require("Id"))
                        .exception();
            }
        }
    }

    private Object value(Field field, String text) {
        if (field.type().isId()) {
            return text;
        }
        return ValueParser.read(field, text).orElseThrow(() -> problem(
                        "has '%s' in %s, which is not a %s"
                                .formatted(text, field.name(), field.type().label()),
                        field)
                .exception());
    }

    private Field field(String name) {
        return type().field(name).orElseThrow(() -> Problem.of(
                        ErrorCode.SANDBOX_DATA, type().name() + " has a column '" + name + "' that is no field")
                .at("object " + type().name())
                .maybe("give it a name that ends in __c.")
                .exception());
    }

    private Problem problem(String what, Field field) {
        int row = rows.size() + 1;
        return Problem.of(ErrorCode.SANDBOX_DATA, "%s row %d %s".formatted(type().name(), row, what))
                .at("object %s, row %d, field %s".formatted(type().name(), row, field.name()))
                .maybe("correct the row and start again.");
    }
}
