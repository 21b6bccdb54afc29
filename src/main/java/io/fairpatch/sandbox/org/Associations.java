package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects that link two records, which no two of their rows may both do. */
final class Associations {
    private static final Map<String, List<String>> KEYS = Map.of(
            "ObjectTerritory2Association", List.of("ObjectId", "Territory2Id"),
            "UserTerritory2Association", List.of("UserId", "Territory2Id"),
            "PermissionSetAssignment", List.of("AssigneeId", "PermissionSetId"),
            "AccountTeamMember", List.of("AccountId", "UserId"));

    private Associations() {}

    static void checkNew(Table table, @Nullable Object[] values) {
        twin(table, values).ifPresent(row -> {
            throw new RowException(
                    "DUPLICATE_VALUE",
                    "duplicate value found: <unknown> duplicates value on record with id: " + row.id());
        });
    }

    /** The record that already does what one with these values would do. */
    static Optional<Row> twin(Table table, @Nullable Object[] values) {
        var names = KEYS.get(table.type().name());
        if (names == null) {
            return Optional.empty();
        }
        var fields = names.stream().map(table.type()::require).toList();
        var first = values[fields.get(0).column()];
        return first == null
                ? Optional.empty()
                : table.having(fields.get(0), first).stream()
                        .filter(row -> same(row, values, fields))
                        .findFirst();
    }

    private static boolean same(Row row, @Nullable Object[] values, List<Field> fields) {
        return fields.stream().allMatch(field -> Objects.equals(row.get(field), values[field.column()]));
    }
}
