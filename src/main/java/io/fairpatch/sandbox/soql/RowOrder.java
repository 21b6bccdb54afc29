package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Row;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sorts records as a query says; text without regard to letter case, nulls first unless told otherwise. */
final class RowOrder {
    private RowOrder() {}

    static Comparator<Row> of(PathBinder paths, List<Query.Order> orders) {
        Comparator<Row> all = (left, right) -> 0;
        for (var order : orders) {
            var value = value(paths, order.field());
            Comparator<@Nullable Object> values = order.descending() ? RowOrder::descending : RowOrder::ascending;
            var withNulls = order.nullsLast() ? Comparator.nullsLast(values) : Comparator.nullsFirst(values);
            all = all.thenComparing((left, right) -> withNulls.compare(value.of(left), value.of(right)));
        }
        return all;
    }

    /** What records are sorted by. */
    private interface Key {
        @Nullable
        Object of(Row row);
    }

    private static Key value(PathBinder paths, Token token) {
        var distance = Distance.of(token, paths);
        return distance != null ? distance::from : value(sortable(paths, token));
    }

    private static Key value(FieldPath path) {
        return row -> {
            var value = path.value(row);
            return value == null ? null : Range.key(path.field(), value);
        };
    }

    private static FieldPath sortable(PathBinder paths, Token token) {
        var path = paths.bind(token);
        if (!path.field().isShort()) {
            throw paths.error(
                    token,
                    "field '%s' can not be sorted in a query call"
                            .formatted(path.field().name()));
        }
        return path;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are values of the same field
    private static int ascending(Object left, Object right) {
        return ((Comparable) left).compareTo(right);
    }

    private static int descending(Object left, Object right) {
        return ascending(right, left);
    }
}
