package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The long tail: accounts in a book that nobody ever touched. */
@Singleton
final class UntouchedReport implements ReportMaker {
    private static final About ABOUT = About.of("untouched", "Never touched", Group.COVERAGE, Rollup.BY);

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.of("untouched", "Never touched", Unit.COUNT, "No task or event on record"),
            Column.of("share", "of accounts", Unit.SHARE, "Never touched over all accounts"),
            Column.of("potential", "Their potential a year", Unit.MONEY));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var all = untouched(land.entries());
        var rows = Rollup.of(land, settings).stream()
                .map(rollup -> row(rollup.key(), rollup.name(), rollup.rep(), rollup.accounts())
                        .opening())
                .toList();
        return new Report(
                title(),
                Say.accounts(all.size()) + " of " + Say.count(land.entries().size(), "account", "accounts")
                        + (all.size() == 1 ? " was" : " were") + " never touched; " + Say.money(potential(all))
                        + " potential a year.",
                List.of(),
                Chart.bars("Never touched", "untouched"),
                List.of(new Table("Territories", COLUMNS, rows).with(row("total", "All", "", land.entries()))),
                CoverageStatus.caution(
                        land, "Touched: a task or event of the account or of one of its deals is on record."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return Rollup.find(land, settings, key)
                .map(rollup -> AccountRows.report(
                        rollup.name(),
                        Say.accounts(untouched(rollup.accounts()).size()) + " never touched.",
                        untouched(rollup.accounts()),
                        List.of()));
    }

    private static Row row(String key, String name, String rep, List<Entry> entries) {
        var untouched = untouched(entries);
        return Row.of(
                key, name, rep, untouched.size(), Value.share(untouched.size(), entries.size()), potential(untouched));
    }

    private static List<Entry> untouched(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.account().lastActivity() == null)
                .toList();
    }

    private static long potential(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::potential).sum();
    }
}
