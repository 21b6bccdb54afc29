package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import io.fairpatch.model.Opportunity;
import java.util.List;

/** Deals as rows behind a number. */
final class DealRows {
    private static final List<Column> COLUMNS = List.of(
            Column.text("account", "Account"),
            Column.text("stage", "Stage"),
            Column.of("amount", "Amount", Unit.MONEY),
            Column.of("closes", "Closes or closed", Unit.DATE),
            Column.text("fate", "Won or lost"));

    private DealRows() {}

    static Row row(Entry entry, Opportunity deal) {
        String fate = deal.closed() ? deal.won() ? "won" : "lost" : "open";
        var row = Row.of(
                deal.id().value(),
                entry.account().name(),
                deal.stage(),
                deal.amountCents(),
                Value.of(deal.closeDate()),
                fate);
        return AccountRows.link(entry, row).marked(deal.won() ? Tone.GOOD : Tone.PLAIN);
    }

    static Table table(String title, List<Row> deals) {
        return new Table(
                AccountRows.shown(title, deals.size()),
                COLUMNS,
                deals.stream().limit(AccountRows.MOST).toList());
    }
}
