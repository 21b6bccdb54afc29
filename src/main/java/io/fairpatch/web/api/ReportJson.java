package io.fairpatch.web.api;

import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Table;
import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report. Money is in cents, a share of 0.25 is 25 %.
 *
 * @param settings what was set, with the usual values of the rest
 * @param currency ISO code of what money is in; left out where the org has one currency
 * @param notes method, assumptions and sources
 */
@Serdeable
public record ReportJson(
        String name,
        String title,
        String sentence,
        Map<String, String> settings,
        @Nullable String currency,
        List<FigureJson> figures,
        List<TableJson> tables,
        List<String> notes) {
    public ReportJson {
        settings = Map.copyOf(settings);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** A number above the table. */
    @Serdeable
    public record FigureJson(String label, String unit, @Nullable Object value, String formula) {}

    /** A column's key in the rows, its unit and formula. */
    @Serdeable
    public record ColumnJson(String key, String label, String unit, String formula) {}

    /**
     * A table.
     *
     * @param rows each with its key, whether it opens, and a value by column
     * @param total null when the table has none
     */
    @Serdeable
    public record TableJson(String title, List<ColumnJson> columns, List<RowJson> rows, @Nullable RowJson total) {
        public TableJson {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /** A row. */
    @Serdeable
    public record RowJson(String key, boolean opens, Map<String, Object> values) {}

    static ReportJson of(String name, Map<String, String> settings, Report report, String currency) {
        return new ReportJson(
                name,
                report.title(),
                report.sentence(),
                settings,
                currency.isEmpty() ? null : currency,
                report.figures().stream().map(ReportJson::figure).toList(),
                report.tables().stream().map(ReportJson::table).toList(),
                report.notes());
    }

    private static FigureJson figure(Figure figure) {
        return new FigureJson(
                figure.label(), word(figure.unit()), figure.value().plain(), figure.formula());
    }

    private static TableJson table(Table table) {
        return new TableJson(
                table.title(),
                table.columns().stream()
                        .map(column ->
                                new ColumnJson(column.key(), column.label(), word(column.unit()), column.formula()))
                        .toList(),
                table.rows().stream().map(row -> row(table.columns(), row)).toList(),
                table.total() == null ? null : row(table.columns(), table.total()));
    }

    private static RowJson row(List<Column> columns, Row row) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.cells().get(i).plain();
            if (value != null) {
                values.put(columns.get(i).key(), value);
            }
        }
        return new RowJson(row.key(), row.opens(), values);
    }

    private static String word(Enum<?> unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
