package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Row;
import java.util.List;

/**
 * Records that have something in common.
 *
 * @param by what they were grouped by; a total lacks some of the query's groupings
 */
record Group(List<Row> rows, List<Token> by) {
    boolean isBy(String field) {
        return by.stream().anyMatch(token -> token.text().equalsIgnoreCase(field));
    }
}
