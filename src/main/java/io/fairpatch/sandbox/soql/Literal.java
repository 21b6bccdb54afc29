package io.fairpatch.sandbox.soql;

/**
 * A value in a query.
 *
 * @param text for a relative date, its name
 * @param n the number after the colon of a relative date, else 0
 */
record Literal(Kind kind, String text, int n) {
    /** What a literal is. */
    enum Kind {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL,
        DATE,
        DATETIME,
        RELATIVE_DATE,
        /** An amount that says its currency, such as USD5000. */
        MONEY
    }
}
