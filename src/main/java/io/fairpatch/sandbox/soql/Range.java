package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.soql.Condition.Operator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The values that a literal stands for: one value, or all from {@code low} up to but not including {@code high}. Text is
 * in lower case, but for ids, which go by the codes of their letters: that is the order in which they were given.
 *
 * @param high null for a single value
 * @param ofId whether it is an id
 */
record Range(Object low, @Nullable Object high, boolean ofId) {
    Range(Object low, @Nullable Object high) {
        this(low, high, false);
    }

    /** The range of a single value of a field. */
    static Range of(Field field, Object value) {
        return new Range(key(field, value), null, field.type().isId());
    }

    boolean isSingle() {
        return high == null;
    }

    /** Whether a field's value stands in this relation to the literal. As in a real org, null differs from all. */
    boolean satisfies(Operator operator, @Nullable Object value) {
        if (value == null) {
            return operator == Operator.NOT_EQUAL;
        }
        var key = ofId ? value : key(value);
        boolean below = compare(key, low) < 0;
        boolean above = high == null ? compare(key, low) > 0 : compare(key, high) >= 0;
        return switch (operator) {
            case EQUAL -> !below && !above;
            case NOT_EQUAL -> below || above;
            case LESS -> below;
            case LESS_OR_EQUAL -> !above;
            case GREATER -> above;
            case GREATER_OR_EQUAL -> !below;
            case LIKE -> false;
        };
    }

    /** The form in which values of a field are compared: text without regard to letter case, ids as they are. */
    static Object key(Field field, Object value) {
        return field.type().isId() ? value : key(value);
    }

    /** The form in which values that are no ids are compared. */
    static Object key(Object value) {
        return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are values of the same field
    private static int compare(Object left, Object right) {
        return ((Comparable) left).compareTo(right);
    }
}
