package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checked write that was not made yet.
 *
 * @param before the version it was checked against; null for a new record
 * @param after the new version's values, not yet stamped
 * @param writes the fields the client set
 */
public record Change(Table table, @Nullable Row before, @Nullable Object @Nullable [] after, List<FieldWrite> writes) {
    /** One field as it was and as it becomes. */
    record FieldWrite(Field field, @Nullable Object before, @Nullable Object after) {}

    public boolean creates() {
        return before == null;
    }

    /** A copy of the values the write began with; all null for a new record. */
    @Nullable
    Object[] beforeValues() {
        return before == null
                ? new @Nullable Object[table.type().width()]
                : before.copyOfValues(table.type().width());
    }
}
