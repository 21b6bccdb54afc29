package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.schema.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field, possibly of a record's parent or grandparent.
 *
 * @param hops lookups to walk along, first to last
 * @param shown how its value is to be shown; null for as it is
 * @param field the field at the end; of one of the objects when the last lookup may point to several
 */
public record FieldPath(Org org, List<Field> hops, Field field, @Nullable Shown shown) {
    public FieldPath(Org org, List<Field> hops, Field field) {
        this(org, hops, field, null);
    }

    FieldPath shown(Shown as) {
        return new FieldPath(org, hops, field, as);
    }

    /** What the value is called in a record: the field's name, or the alias it was given. */
    public String label() {
        return shown == null || shown.alias().isEmpty() ? field.name() : shown.alias();
    }

    /** Whether it is worked out from a record rather than read from one of its fields. */
    public boolean isWorkedOut() {
        return shown != null && shown.distance() != null;
    }

    /** Whether it is shown as a user would see it. */
    public boolean isFormatted() {
        return shown != null && shown.function().equals("FORMAT");
    }

    /** A value as the query wants it, from what JSON answers show. */
    public @Nullable Object asWanted(@Nullable Object json) {
        return shown == null ? json : shown.of(field, json);
    }

    /** A value of the record at the end of the lookups, in the org's own currency where the query wants that. */
    public @Nullable Object converted(Row at, @Nullable Object value) {
        return shown != null && shown.converts() && value instanceof Number amount
                ? Currencies.own(org, at, amount.doubleValue())
                : value;
    }

    /** The record at the end of the lookups; null when one of them is null. */
    public @Nullable Row parent(Row row) {
        Row at = row;
        for (var hop : hops) {
            if (!(at.get(hop) instanceof String id)) {
                return null;
            }
            var next = org.find(id);
            if (next.isEmpty()) {
                return null;
            }
            at = next.get();
        }
        return at;
    }

    /** The value, or null when there is none. */
    public @Nullable Object value(Row row) {
        if (shown != null && shown.distance() != null) {
            return shown.distance().from(row);
        }
        if (hops.isEmpty()) {
            return converted(row, row.get(field));
        }
        var at = parent(row);
        if (at == null) {
            return null;
        }
        var last = hops.get(hops.size() - 1);
        return last.referenceTo().size() == 1 ? converted(at, at.get(field)) : ofAny(at);
    }

    private @Nullable Object ofAny(Row row) {
        var type = org.schema().ofId(row.id()).orElseThrow();
        if (field.equals(AnyParent.TYPE)) {
            return type.name();
        }
        var own = type.field(field.name());
        return own.isPresent() ? row.get(own.get()) : null;
    }

    /** The name with dots, in the letter case of the schema. */
    public String name() {
        var name = new StringBuilder();
        hops.forEach(hop -> name.append(hop.relationshipName()).append('.'));
        return name.append(field.name()).toString();
    }
}
