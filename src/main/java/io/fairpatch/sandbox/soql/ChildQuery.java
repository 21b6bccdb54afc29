package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.schema.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A query for the child records of each record that another finds.
 *
 * @param name of the relationship
 * @param link the child's lookup to its parent
 */
public record ChildQuery(String name, Field link, BoundQuery query) {
    record Link(String object, Field field) {}

    /** The records found, by the id of their parent. */
    public Map<String, List<Row>> byParent(boolean withDeleted) {
        var all = query.sorted(withDeleted).collect(Collectors.groupingBy(row -> row.text(link)));
        all.replaceAll((parent, rows) -> query.limited(rows.stream()).toList());
        all.values().removeIf(List::isEmpty);
        return all;
    }
}
