package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One version of a record. A version never changes once it is in its table: a write puts a new version in its place, so
 * that a query reads what it began with. Values are String, Boolean, Integer (also dates, as days since 1970), Double
 * and Long (datetimes, as milliseconds since 1970).
 */
public final class Row {
    private final @Nullable Object[] values;

    Row(@Nullable Object[] values) {
        this.values = values;
    }

    /** The value in the field; a checkbox always has one. */
    public @Nullable Object get(Field field) {
        int column = field.column();
        var value = column < values.length ? values[column] : null; // the field may be younger than the record
        return value == null && field.type() == FieldType.BOOLEAN ? Boolean.FALSE : value;
    }

    public String text(Field field) {
        return get(field) instanceof String text ? text : "";
    }

    /** The id of 18 characters; every object has it in its first column. */
    public String id() {
        return values[0] instanceof String id ? id : "";
    }

    /** A number that another version of the record has only by chance. */
    public int mark() {
        return Arrays.hashCode(values);
    }

    /** A copy with room for fields that came after this version; {@code width} is never below the version's own. */
    @Nullable
    Object[] copyOfValues(int width) {
        return Arrays.copyOf(values, Math.max(width, values.length));
    }
}
