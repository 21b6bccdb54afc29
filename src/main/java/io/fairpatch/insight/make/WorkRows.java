package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.make.Workload.Work;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A book's accounts with the hours each takes: the rows behind its numbers of work. */
final class WorkRows {
    private static final List<Column> COLUMNS = List.of(
            Column.text("account", "Account"),
            Column.text("tier", "Tier"),
            Column.of("hours", "Hours a year", Unit.NUMBER, "Visits and other work of the tier, and travel"),
            Column.of("travel", "of these travel", Unit.NUMBER, "Visits x the way there and back"),
            Column.of("potential", "Potential a year", Unit.MONEY));

    private WorkRows() {}

    /** Opens the staffed territory of this key. */
    static Optional<Report> open(Landscape land, String key, Function<Territory, List<String>> formula) {
        return land.staffed(key).map(territory -> report(land, territory, formula.apply(territory)));
    }

    private static Report report(Landscape land, Territory territory, List<String> formula) {
        var work = new Workload(land).work(territory);
        double hours = work.stream().mapToDouble(Work::hours).sum();
        var rows = work.stream()
                .sorted(Comparator.comparingDouble(Work::hours)
                        .reversed()
                        .thenComparing(each -> each.entry().account().id().value()))
                .limit(AccountRows.MOST)
                .map(WorkRows::row)
                .toList();
        return new Report(
                territory.name(),
                Say.count(work.size(), "account takes", "accounts take") + " " + Say.number(hours) + " hours a year.",
                List.of(),
                null,
                List.of(new Table(AccountRows.shown("Accounts", work.size()), COLUMNS, rows)),
                formula);
    }

    private static Row row(Work work) {
        var entry = work.entry();
        return AccountRows.link(
                entry,
                Row.of(
                        entry.account().id().value(),
                        entry.account().name(),
                        AccountRows.tier(entry),
                        work.hours(),
                        work.travel(),
                        entry.potential()));
    }
}
