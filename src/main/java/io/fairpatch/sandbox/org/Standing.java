package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Change.FieldWrite;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a record stands to others of its object: unique values are its alone, and no record is its own ancestor. */
final class Standing {
    private static final Set<String> PARENTS = Set.of("ParentId", "ParentRoleId", "ParentTerritory2Id", "ManagerId");

    private final Org org;

    Standing(Org org) {
        this.org = org;
    }

    /**
     * Refuses a write that would break this.
     *
     * @param id of the record; empty for a new one
     */
    void check(ObjectType type, String id, @Nullable Object[] after, List<FieldWrite> writes) {
        for (var write : writes) {
            var field = write.field();
            var value = after[field.column()];
            if (value != null && field.is(FieldFlag.UNIQUE)) {
                unique(type, field, id, value);
            }
            if (value instanceof String parent && isParent(type, field)) {
                noCircle(type, field, id, parent);
            }
        }
    }

    private void unique(ObjectType type, Field field, String id, Object value) {
        for (var other : org.table(type).having(field, value)) {
            if (!other.id().equals(id)) {
                throw type.name().equals("User")
                        ? new RowException(
                                "DUPLICATE_USERNAME",
                                "Duplicate Username. Another user has already selected this username.",
                                field.name())
                        : new RowException(
                                "DUPLICATE_VALUE",
                                "duplicate value found: %s duplicates value on record with id: %s"
                                        .formatted(field.name(), other.id()));
            }
        }
    }

    private static boolean isParent(ObjectType type, Field field) {
        return PARENTS.contains(field.name()) && field.referenceTo().equals(List.of(type.name()));
    }

    private void noCircle(ObjectType type, Field field, String id, String parent) {
        var table = org.table(type);
        var seen = new HashSet<String>(); // of an org that was given with a circle in it
        for (var at = parent; !at.isEmpty() && seen.add(at); ) {
            if (at.equals(id)) {
                throw new RowException(
                        "CIRCULAR_DEPENDENCY", field.label() + ": a record can't be above itself", field.name());
            }
            at = table.find(at).map(row -> row.text(field)).orElse("");
        }
    }
}
