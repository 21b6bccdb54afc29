package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parent of whatever object, with the fields that are wanted of each.
 *
 * @param cases fields by the name of the object
 * @param otherwise fields of all other objects
 */
public record TypedParent(Org org, Field lookup, Map<String, List<FieldPath>> cases, List<FieldPath> otherwise) {
    /** The name of the relationship. */
    public String name() {
        return Objects.requireNonNull(lookup.relationshipName());
    }

    /** The record that the lookup points to; null for none. */
    public @Nullable Row of(Row row) {
        return new FieldPath(org, List.of(lookup), lookup).parent(row);
    }

    /** The fields wanted of a parent of this object. */
    public List<FieldPath> fields(ObjectType type) {
        return cases.getOrDefault(type.name(), otherwise);
    }
}
