package io.fairpatch.sandbox.soql;

import java.util.Locale;

/**
 * A piece of a query.
 *
 * @param text for a string, its content without quotes and escapes
 * @param position in the query, from 0
 */
record Token(Kind kind, String text, int position) {
    /** What a token is. */
    enum Kind {
        NAME,
        STRING,
        NUMBER,
        DATE,
        DATETIME,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }

    String upper() {
        return text.toUpperCase(Locale.ROOT);
    }
}
