package io.fairpatch.sync.file;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which column of a file is which field.
 *
 * @param width how many columns the file has
 */
record ColumnMap(List<Use> uses, int keyAt, String key, int width) {
    /** A column with its place in the file. */
    record Use(int at, String column, String field, ValueType type) {}

    /** @throws io.fairpatch.error.FairpatchException USAGE when a column or a field is unknown or the key is missing */
    static ColumnMap of(ImportRequest request, List<String> header) {
        var byField = new LinkedHashMap<String, String>();
        request.columns().forEach((column, field) -> {
            if (!header.contains(column)) {
                throw wrong(request, "The file has no column " + column, "its columns are " + header);
            }
            if (header.indexOf(column) != header.lastIndexOf(column)) {
                throw wrong(
                        request,
                        "The file has several columns " + column,
                        "give each a name of its own: only one of them can be meant");
            }
            if (byField.put(field, column) != null) {
                throw wrong(request, "The field " + field + " is mapped twice", "one column a field");
            }
        });
        var kind = request.kind();
        var key = kind.keys().stream()
                .filter(byField::containsKey)
                .findFirst()
                .orElseThrow(() -> wrong(
                        request,
                        "No column says which " + kind.object() + " a row is about",
                        "map one to " + String.join(", ", kind.keys())));
        var uses = new ArrayList<Use>();
        byField.forEach((field, column) -> {
            if (!kind.keys().contains(field)) {
                uses.add(new Use(header.indexOf(column), column, field, type(request, field)));
            }
        });
        return new ColumnMap(uses, header.indexOf(byField.get(key)), key, header.size());
    }

    private static ValueType type(ImportRequest request, String field) {
        var type = request.kind().fields().get(field);
        if (type == null && !request.kind().open()) {
            throw wrong(
                    request,
                    "There is no field " + field + " in " + request.kind().word(),
                    "the fields are " + new TreeSet<>(request.kind().fields().keySet()) + "; import signals takes any");
        }
        return type == null ? ValueType.TEXT : type;
    }

    private static RuntimeException wrong(ImportRequest request, String what, String advice) {
        return Problem.of(ErrorCode.USAGE, what)
                .at(request.file().toString())
                .maybe(advice)
                .exception();
    }

    Map<String, String> columns() {
        var columns = new LinkedHashMap<String, String>();
        uses.forEach(use -> columns.put(use.column(), use.field()));
        return columns;
    }
}
