package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import java.util.List;

/** Accounts as rows behind a number. */
final class AccountRows {
    /** Most rows of a side panel; what is left out is said. */
    static final int MOST = 200;

    static final List<Column> COLUMNS = List.of(
            Column.text("account", "Account"),
            Column.text("holder", "Rep"),
            Column.text("kind", "Kind"),
            Column.of("score", "Score", Unit.NUMBER),
            Column.text("tier", "Tier"),
            Column.of("potential", "Potential a year", Unit.MONEY));

    private AccountRows() {}

    /** Most potential first. */
    static Table table(String title, List<Entry> entries) {
        var rows = entries.stream()
                .sorted(Entry.RICHEST_FIRST)
                .limit(MOST)
                .map(AccountRows::row)
                .toList();
        return new Table(shown(title, entries.size()), COLUMNS, rows)
                .with(Row.of(
                        "total",
                        Say.accounts(entries.size()),
                        "",
                        "",
                        null,
                        "",
                        entries.stream().mapToLong(Entry::potential).sum()));
    }

    /** The title of a table that shows {@value #MOST} rows at most; it says so where there are more. */
    static String shown(String title, int rows) {
        return rows > MOST ? title + " (the first " + MOST + " of " + rows + ")" : title;
    }

    static Report report(String title, String sentence, List<Entry> entries, List<String> notes) {
        return new Report(title, sentence, List.of(), null, List.of(table("Accounts", entries)), notes);
    }

    static Row row(Entry entry) {
        return link(
                entry,
                Row.of(
                        entry.account().id().value(),
                        entry.account().name(),
                        holder(entry),
                        entry.score().customer() ? "customer" : "prospect",
                        entry.score().score(),
                        tier(entry),
                        entry.potential()));
    }

    static Row link(Entry entry, Row row) {
        return row.linked("/accounts/" + entry.account().id().value());
    }

    static String holder(Entry entry) {
        return entry.holder() == null
                ? "nobody"
                : entry.holder().active()
                        ? entry.holder().name()
                        : entry.holder().name() + " (left)";
    }

    static String tier(Entry entry) {
        return Integer.toString(entry.score().tier().ordinal() + 1);
    }
}
