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

    /** With the currency, an ISO code, in the heads of amounts; as it is when that is empty. */
    public Report in(String currency) {
        return new Report(
                title,
                sentence,
                figures.stream().map(figure -> figure.in(currency)).toList(),
                chart,
                tables.stream().map(table -> table.in(currency)).toList(),
                notes);
    }

    /** The main table. */
    public Table table() {
        return tables.get(0);
    }
}
