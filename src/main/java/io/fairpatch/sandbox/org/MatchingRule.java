package io.fairpatch.sandbox.org;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A duplicate rule: another record with the same values, letter case apart, makes a duplicate.
 *
 * @param fields all must be equal and none empty
 * @param blocks whether saving is refused even when the client allows duplicates
 */
public record MatchingRule(String name, String object, List<String> fields, boolean blocks) {
    public MatchingRule {
        fields = List.copyOf(fields);
    }

    /** The id of a record that the changed one duplicates. */
    Optional<String> duplicate(Change change) {
        var after = change.after();
        var table = change.table();
        if (after == null || !table.type().name().equalsIgnoreCase(object) || !touches(change)) {
            return Optional.empty();
        }
        var self = change.before() == null ? "" : change.before().id();
        return table.rows().stream()
                .filter(row -> !table.isDeleted(row) && !row.id().equals(self))
                .filter(row -> fields.stream().allMatch(name -> same(table, row, after, name)))
                .map(Row::id)
                .findFirst();
    }

    /** Only records that are made, or changed in one of the fields, are looked at. */
    private boolean touches(Change change) {
        return change.creates()
                || change.writes().stream().anyMatch(write -> fields.stream()
                        .anyMatch(name -> name.equalsIgnoreCase(write.field().name())));
    }

    private static boolean same(Table table, Row row, @Nullable Object[] after, String name) {
        var field = table.type().require(name);
        var left = row.get(field);
        var right = after[field.column()];
        return left != null && right != null && key(left).equals(key(right));
    }

    private static String key(Object value) {
        return value.toString().strip().toLowerCase(Locale.ROOT);
    }
}
