package io.fairpatch.cli;

import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A report as plain text: the sentence, the figures, the tables in columns. */
final class ReportText {
    private static final int WIDEST = 40;
    private static final double CENTS = 100;

    private ReportText() {}

    static String of(Report report) {
        var text = new StringBuilder(report.sentence()).append("\n\n");
        report.figures().forEach(figure -> text.append(figure.label())
                .append(": ")
                .append(show(figure.unit(), figure.value()))
                .append('\n'));
        report.tables().forEach(table -> table(table, text));
        report.notes().forEach(note -> text.append("\n").append(note));
        return text.toString();
    }

    static String of(Table table) {
        var text = new StringBuilder();
        table(table, text);
        return text.toString().strip();
    }

    private static void table(Table table, StringBuilder text) {
        text.append('\n').append(table.title()).append("\n\n");
        if (table.rows().isEmpty()) {
            text.append(table.empty()).append('\n');
            return;
        }
        var lines = new ArrayList<List<String>>();
        lines.add(
                table.columns().stream().map(Column::label).map(ReportText::cut).toList());
        Stream.concat(table.rows().stream(), Stream.ofNullable(table.total()))
                .forEach(row -> lines.add(cells(table, row)));
        for (var line : lines) {
            for (int at = 0; at < line.size(); at++) {
                int width = width(lines, at);
                boolean figure = table.columns().get(at).unit().figure();
                text.append(String.format(figure ? "%" + width + "s" : "%-" + width + "s", line.get(at)))
                        .append(at == line.size() - 1 ? "" : "  ");
            }
            text.append('\n');
        }
    }

    private static int width(List<List<String>> lines, int at) {
        return Math.max(
                1, lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(1));
    }

    private static List<String> cells(Table table, Row row) {
        var cells = new ArrayList<String>();
        for (int at = 0; at < table.columns().size(); at++) {
            cells.add(cut(show(table.columns().get(at).unit(), row.cells().get(at))));
        }
        return cells;
    }

    private static String cut(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
    }

    private static String show(Unit unit, Value value) {
        Double number = value.number();
        if (number == null) {
            return value.text() == null ? "" : value.text();
        }
        return switch (unit) {
            case MONEY -> String.format(Locale.ENGLISH, "%,.0f", number / CENTS);
            case SHARE -> String.format(Locale.ENGLISH, "%.1f %%", 100 * number);
            case RATIO -> String.format(Locale.ENGLISH, "%.2fx", number);
            case COUNT, DAYS, HOURS -> String.format(Locale.ENGLISH, "%,.0f", number);
            case NUMBER, TEXT, DATE -> String.format(Locale.ENGLISH, "%,.2f", number);
        };
    }

    /** What {@code --json} prints: numbers as they are, money in cents; {@code rows} are those of the main table. */
    static Map<String, Object> json(String name, Map<String, String> settings, Report report, String currency) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", name);
        json.put("title", report.title());
        json.put("sentence", report.sentence());
        json.put("settings", settings);
        json.putAll(currency(currency));
        var figures = new LinkedHashMap<String, Object>();
        report.figures()
                .forEach(figure -> figures.put(figure.label(), figure.value().plain()));
        json.put("figures", figures);
        json.put("rows", rows(report.table()));
        json.put(
                "further",
                report.tables().stream()
                        .skip(1)
                        .map(table -> Map.of("title", table.title(), "rows", rows(table)))
                        .toList());
        json.put("notes", report.notes());
        return json;
    }

    /** Names what money is in, where the org has several currencies. */
    static Map<String, Object> currency(String currency) {
        return currency.isEmpty() ? Map.of() : Map.of("currency", currency);
    }

    static List<Map<String, Object>> rows(Table table) {
        return table.rows().stream()
                .map(row -> {
                    var values = new LinkedHashMap<String, Object>();
                    values.put("key", row.key());
                    for (int at = 0; at < table.columns().size(); at++) {
                        values.put(
                                table.columns().get(at).key(),
                                row.cells().get(at).plain());
                    }
                    return (Map<String, Object>) values;
                })
                .toList();
    }
}
