package io.fairpatch.sandbox.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as written.
 *
 * @param fields names with dots, and {@code FIELDS(ALL)} and the like
 * @param count whether it only counts
 */
record Query(
        String text,
        List<Token> fields,
        boolean count,
        Token object,
        @Nullable Condition where,
        List<Order> orders,
        @Nullable Integer limit,
        int offset) {
    /** One sort criterion. */
    record Order(Token field, boolean descending, boolean nullsLast) {}

    /** Whether all fields of a kind were asked for at once. */
    boolean hasFieldsFunction() {
        return fields.stream().anyMatch(field -> field.text().startsWith("FIELDS("));
    }
}
