package io.fairpatch.insight.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows under one head.
 *
 * @param empty what to say when there is no row
 * @param total the last row, null when a total makes no sense
 */
public record Table(String title, List<Column> columns, List<Row> rows, @Nullable Row total, String empty) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("The row " + row.key() + " of " + title + " has "
                        + row.cells().size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    public Table(String title, List<Column> columns, List<Row> rows) {
        this(title, columns, rows, null, "Nothing to show.");
    }

    public Table with(Row sum) {
        return new Table(title, columns, rows, sum, empty);
    }

    public Table orSay(String words) {
        return new Table(title, columns, rows, total, words);
    }

    /** With the currency, an ISO code, in the heads of amounts; as it is when that is empty. */
    public Table in(String currency) {
        return new Table(
                title, columns.stream().map(column -> column.in(currency)).toList(), rows, total, empty);
    }

    /** Where a column stands; the key must exist. */
    public int at(String key) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no column " + key + " in " + title);
    }

    /** A cell's number, NaN when it has none. */
    public double number(Row row, String key) {
        Double number = row.cells().get(at(key)).number();
        return number == null ? Double.NaN : number;
    }
}
