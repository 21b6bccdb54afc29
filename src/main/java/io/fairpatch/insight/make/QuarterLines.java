package io.fairpatch.insight.make;

import io.fairpatch.insight.land.EquityRecord;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import java.util.ArrayList;
import java.util.List;

/** One territory of a quarter line by line: how its share of target and its attainment come about. */
final class QuarterLines {
    private static final List<Column> COLUMNS =
            List.of(Column.text("line", "Line"), Column.of("amount", "Amount", Unit.MONEY), Column.text("how", "How"));

    private QuarterLines() {}

    static Report of(Equity equity, EquityRecord line) {
        Double share = equity.share(line);
        var rows = new ArrayList<Row>();
        rows.add(row("Potential a year", line.potentialCents(), "Sum over its " + Say.accounts(line.accounts())));
        rows.add(row("All staffed territories", equity.potential(), "Sum of their potentials"));
        if (share != null) {
            rows.add(row(
                    "Target",
                    equity.target(line),
                    "All x capacity " + Say.number(line.capacity()) + " of " + Say.number(equity.capacity())));
        }
        rows.add(row("Won in 3 months", line.wonCents(), "By its accounts, up to " + equity.day()));
        if (line.quotaCents() != null) {
            rows.add(row("Quota a quarter", line.quotaCents() / 4.0, "A quarter of the yearly quota"));
        }
        return new Report(
                line.territory(),
                share == null
                        ? "Vacant on " + equity.day() + ": it has no target."
                        : Say.percent(share) + " of its target as of " + equity.day() + ": potential over target.",
                List.of(),
                null,
                List.of(new Table("Line by line", COLUMNS, rows)),
                List.of("As put on record by the scoring of that day; its accounts of then are not kept."));
    }

    private static Row row(String line, double amount, String how) {
        return Row.of(line, line, amount, how);
    }
}
