package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query that is sound and ready to run. */
public final class BoundQuery {
    private final Table table;
    private final List<FieldPath> columns;
    private final List<TypedParent> typedParents;
    private final List<ChildQuery> children;
    private final @Nullable Aggregation aggregation;
    private final Query query;
    private final Predicate<Row> where;
    private final @Nullable Comparator<Row> order;
    private final @Nullable List<String> ids;

    BoundQuery(
            Table table,
            List<FieldPath> columns,
            List<TypedParent> typedParents,
            List<ChildQuery> children,
            @Nullable Aggregation aggregation,
            Query query,
            Predicate<Row> where,
            @Nullable Comparator<Row> order,
            @Nullable List<String> ids) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.typedParents = List.copyOf(typedParents);
        this.children = List.copyOf(children);
        this.aggregation = aggregation;
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
        return query.select().count();
    }

    /** The query as it was written. */
    public String text() {
        return query.text();
    }

    /** Whether its condition says by id which records it can find. */
    public boolean namesIds() {
        return ids != null;
    }

    /** The parents whose fields depend on the object they are of. */
    public List<TypedParent> typedParents() {
        return typedParents;
    }

    /** The values of each line of figures; empty when it asks for records. */
    public List<FigureName> figureNames() {
        return aggregation == null ? List.of() : aggregation.names();
    }

    /** The queries for child records of each record found. */
    public List<ChildQuery> children() {
        return children;
    }

    /** For each of {@link #children()} the records found, by the id of their parent. */
    public List<Map<String, List<Row>>> childrenByParent(boolean withDeleted) {
        return children.stream().map(child -> child.byParent(withDeleted)).toList();
    }

    /** The figures about groups it asks for, one line a group; null when it asks for records. */
    public @Nullable List<Map<String, @Nullable Object>> figures(boolean withDeleted) {
        return aggregation == null ? null : aggregation.of(found(withDeleted).toList());
    }

    /** The records it finds now, soft-deleted ones only when asked for. */
    public List<Row> rows(boolean withDeleted) {
        return limited(sorted(withDeleted)).toList();
    }

    /** All it finds, in order, before offset and limit. */
    Stream<Row> sorted(boolean withDeleted) {
        var found = found(withDeleted);
        return order == null ? found : found.sorted(order);
    }

    Stream<Row> limited(Stream<Row> sorted) {
        var skipped = sorted.skip(query.offset());
        var limit = query.limit();
        return limit == null ? skipped : skipped.limit(limit);
    }

    private Stream<Row> found(boolean withDeleted) {
        return candidates().stream()
                .filter(row -> withDeleted ? table.isThere(row) : !table.isDeleted(row))
                .filter(where);
    }

    private List<Row> candidates() {
        if (ids == null) {
            return table.rows();
        }
        return ids.stream().distinct().flatMap(id -> table.find(id).stream()).toList();
    }
}
