package io.fairpatch.sandbox.soql;

import java.util.List;

/** What a record must satisfy. */
sealed interface Condition {
    /** All of them. */
    record And(List<Condition> parts) implements Condition {}

    /** One of them. */
    record Or(List<Condition> parts) implements Condition {}

    /** Not so. */
    record Not(Condition part) implements Condition {}

    /** A field compared with one value. */
    record Comparison(Token field, Operator operator, Literal value) implements Condition {}

    /** A field among values. */
    record In(Token field, boolean negated, List<Literal> values) implements Condition {}

    /** A lookup among the ids that another query finds. */
    record InQuery(Token field, boolean negated, Query query) implements Condition {}

    /** A multi-select picklist that has one of the combinations; a combination joins its values by semicolons. */
    record Includes(Token field, boolean negated, List<Literal> combinations) implements Condition {}

    /** How two values are compared. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        LIKE
    }
}
