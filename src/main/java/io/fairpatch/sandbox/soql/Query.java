package io.fairpatch.sandbox.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as written.
 *
 * @param aliases other names for the object and its parents
 * @param grouping what records are grouped by
 * @param having what a group must satisfy
 * @param scope in capitals, such as MINE; empty for none
 */
record Query(
        String text,
        Selection select,
        Token object,
        Aliases aliases,
        @Nullable Condition where,
        Grouping grouping,
        @Nullable Condition having,
        List<Order> orders,
        @Nullable Integer limit,
        int offset,
        String scope) {
    /** One sort criterion. */
    record Order(Token field, boolean descending, boolean nullsLast) {}

    List<Token> fields() {
        return select.fields();
    }

    /** Whether fields were asked for of which an object may have any number. */
    boolean asksForCustomFields() {
        return fields().stream().anyMatch(field -> field.text().matches("FIELDS\\((ALL|CUSTOM)\\)"));
    }

    /** Whether its results are figures about groups of records. */
    boolean aggregates() {
        return having != null
                || !grouping.fields().isEmpty()
                || fields().stream().anyMatch(Call::isAggregate);
    }

    /** The same query on the object that a relationship leads to. */
    Query on(String name) {
        return new Query(
                text,
                select,
                new Token(object.kind(), name, object.position()),
                aliases,
                where,
                grouping,
                having,
                orders,
                limit,
                offset,
                scope);
    }
}
