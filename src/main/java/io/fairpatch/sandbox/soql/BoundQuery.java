package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Table;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A query that is sound and ready to run. */
public final class BoundQuery {
    private final Table table;
    private final List<FieldPath> columns;
    private final Query query;
    private final Predicate<Row> where;
    private final @Nullable Comparator<Row> order;
    private final @Nullable List<String> ids;

    BoundQuery(
            Table table,
            List<FieldPath> columns,
            Query query,
            Predicate<Row> where,
            @Nullable Comparator<Row> order,
            @Nullable List<String> ids) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.query = query;
        this.where = where;
        this.order = order;
        this.ids = ids;
    }

    public Table table() {
        return table;
    }

    public List<FieldPath> columns() {
        return columns;
    }

    /** Whether it only counts. */
    public boolean count() {
        return query.count();
    }

    /** The query as it was written. */
    public String text() {
        return query.text();
    }

    /** The records it finds now, soft-deleted ones only when asked for. */
    public List<Row> rows(boolean withDeleted) {
        var found = candidates().stream()
                .filter(row -> withDeleted || !table.isDeleted(row))
                .filter(where);
        var sorted = order == null ? found : found.sorted(order);
        var skipped = sorted.skip(query.offset());
        var limit = query.limit();
        return (limit == null ? skipped : skipped.limit(limit)).toList();
    }

    private List<Row> candidates() {
        if (ids == null) {
            return table.rows();
        }
        return ids.stream().distinct().flatMap(id -> table.find(id).stream()).toList();
    }
}
