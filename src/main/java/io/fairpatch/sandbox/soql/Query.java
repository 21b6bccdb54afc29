package io.fairpatch.sandbox.soql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query as written.
 *
 * @param fields names with dots; {@code FIELDS(ALL)} and the like; calls such as {@code SUM(Amount)}
 * @param aliases for each field the name its result is to have; empty for none
 * @param children queries for child records, whose objects are names of relationships
 * @param count whether it only counts
 * @param alias another name for the object; empty for none
 * @param groups what records are grouped by; empty for none
 * @param having what a group must satisfy
 * @param scope EVERYTHING, MINE or empty
 */
record Query(
        String text,
        List<Token> fields,
        List<String> aliases,
        List<Query> children,
        boolean count,
        Token object,
        String alias,
        @Nullable Condition where,
        List<Token> groups,
        @Nullable Condition having,
        List<Order> orders,
        @Nullable Integer limit,
        int offset,
        String scope) {
    /** One sort criterion. */
    record Order(Token field, boolean descending, boolean nullsLast) {}

    /** Whether all fields of a kind were asked for at once. */
    boolean hasFieldsFunction() {
        return fields.stream().anyMatch(field -> field.text().startsWith("FIELDS("));
    }

    /** Whether its results are figures about groups of records. */
    boolean aggregates() {
        return !groups.isEmpty() || fields.stream().anyMatch(Call::isAggregate);
    }

    /** The same query on the object that a relationship leads to. */
    Query on(String name) {
        return new Query(
                text,
                fields,
                aliases,
                children,
                count,
                new Token(object.kind(), name, object.position()),
                alias,
                where,
                groups,
                having,
                orders,
                limit,
                offset,
                scope);
    }
}
