package io.fairpatch.insight.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer: the sentence first, then numbers, picture, table, and what was assumed.
 *
 * @param sentence the answer with its numbers
 * @param chart of the first table, null when it has no picture
 * @param tables the main one first; at least one
 * @param notes method, assumptions and sources, one sentence each
 */
public record Report(
        String title,
        String sentence,
        List<Figure> figures,
        @Nullable Chart chart,
        List<Table> tables,
        List<String> notes) {
    public Report {
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("The report " + title + " has no table");
        }
    }

    /** The main table. */
    public Table table() {
        return tables.get(0);
    }
}
