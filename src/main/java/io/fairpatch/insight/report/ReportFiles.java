package io.fairpatch.insight.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.fairpatch.model.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Tables as a file: exactly the rows and columns shown. Text that a spreadsheet would run is made inert. */
public final class ReportFiles {
    private static final int CENTS_SCALE = 2;
    private static final int DECIMALS = 6;
    private static final int LONGEST_NAME = 31;

    private ReportFiles() {}

    /** CSV in UTF-8 with LF; money in units of the org's currency, shares as fractions. Does not close the stream. */
    public static void csv(Table table, OutputStream target) throws IOException {
        var writer = new OutputStreamWriter(target, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(table.columns().stream()
                .map(column -> SpreadsheetText.inert(column.label()))
                .toList());
        rows(table).forEach(row -> csv.writeRecord(cells(table, row)));
        csv.flush();
        writer.flush();
    }

    private static List<String> cells(Table table, Row row) {
        return Stream.iterate(0, at -> at < table.columns().size(), at -> at + 1)
                .map(at -> cell(table.columns().get(at).unit(), row.cells().get(at)))
                .toList();
    }

    private static String cell(Unit unit, Value value) {
        if (value.text() != null) {
            return SpreadsheetText.inert(value.text());
        }
        Double number = value.number();
        return number == null ? "" : units(unit, number).toPlainString();
    }

    /** An XLSX workbook with a sheet for each table, numbers as numbers. Does not close the stream. */
    public static void xlsx(List<Table> tables, OutputStream target) throws IOException {
        var book = new Workbook(target, "Fairpatch", "1.0");
        for (int i = 0; i < tables.size(); i++) {
            // a sheet's name has at most 31 characters and none of a few
            String title =
                    tables.get(i).title().replaceAll("[^A-Za-z0-9 ]", " ").strip();
            String name = (i + 1) + " " + title;
            sheet(book.newWorksheet(name.substring(0, Math.min(LONGEST_NAME, name.length()))), tables.get(i));
        }
        book.finish();
    }

    private static void sheet(Worksheet sheet, Table table) {
        for (int at = 0; at < table.columns().size(); at++) {
            sheet.value(0, at, SpreadsheetText.inert(table.columns().get(at).label()));
        }
        sheet.range(0, 0, 0, table.columns().size() - 1).style().bold().set();
        sheet.freezePane(1, 1);
        int line = 1;
        for (Row row : rows(table).toList()) {
            fill(sheet, line++, table, row);
        }
    }

    private static void fill(Worksheet sheet, int line, Table table, Row row) {
        for (int at = 0; at < table.columns().size(); at++) {
            Unit unit = table.columns().get(at).unit();
            Value value = row.cells().get(at);
            Double number = value.number();
            if (value.text() != null) {
                sheet.value(line, at, SpreadsheetText.inert(value.text()));
            } else if (number != null) {
                sheet.value(line, at, units(unit, number));
                sheet.style(line, at).format(format(unit)).set();
            }
        }
    }

    private static String format(Unit unit) {
        return switch (unit) {
            case MONEY, COUNT, DAYS -> "#,##0";
            case SHARE -> "0.0%";
            case RATIO, NUMBER, HOURS -> "#,##0.00";
            case TEXT, DATE -> "@";
        };
    }

    private static BigDecimal units(Unit unit, double number) {
        var plain = BigDecimal.valueOf(number);
        var units = unit == Unit.MONEY ? plain.movePointLeft(CENTS_SCALE) : plain;
        var rounded = units.setScale(unit == Unit.MONEY ? CENTS_SCALE : DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.stripTrailingZeros().scale() < 0 ? rounded.setScale(0) : rounded.stripTrailingZeros();
    }

    private static Stream<Row> rows(Table table) {
        return Stream.concat(table.rows().stream(), Stream.ofNullable(table.total()));
    }
}
