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

/** Expected value by territory, and how much of it rests on coverage that really exists. */
@Singleton
final class Forecast implements ReportMaker {
    private static final About ABOUT = About.of("forecast", "Expected value", Group.BALANCE, Rollup.BY);

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.of("expected", "Expected a year", Unit.MONEY, "Sum of attainable potentials"),
            Column.of("covered", "of these covered", Unit.MONEY, "Accounts that are active or at risk, not dormant"),
            Column.of("share", "Covered", Unit.SHARE, "Covered over expected"),
            Column.of("rate", "Win rate", Unit.SHARE, "Of the accounts' segments, weighted by potential"),
            Column.of("each", "Expected an account", Unit.MONEY, "Differs with the maturity of the market"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var rows = Rollup.of(land, settings).stream()
                .map(rollup -> row(land, rollup.key(), rollup.name(), rollup.rep(), rollup.accounts())
                        .opening())
                .toList();
        double all = land.entries().stream().mapToLong(Entry::potential).sum();
        return new Report(
                title(),
                "Of " + Say.money(all) + " expected a year, " + Say.money(covered(land, land.entries()))
                        + " rest on accounts that had contact in the last 90 days.",
                List.of(),
                Chart.bars("Covered", "share"),
                List.of(new Table("Territories", COLUMNS, rows).with(row(land, "total", "All", "", land.entries()))),
                List.of(
                        "Expected value = win probability x won value of the account's own segment for a prospect; current"
                                + " revenue + expansion x win probability for a customer. A mature market is expected more of"
                                + " than a new one of the same size.",
                        "Use the covered part as forecast input: what nobody covers will not come by itself."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return Rollup.find(land, settings, key)
                .map(rollup -> AccountRows.report(
                        rollup.name(),
                        "Expected " + Say.money(rollup.potential()) + " a year, covered "
                                + Say.money(covered(land, rollup.accounts())) + ".",
                        rollup.accounts(),
                        List.of()));
    }

    private static long covered(Landscape land, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> {
                    var status = CoverageStatus.of(entry, land.today());
                    return status == CoverageStatus.ACTIVE || status == CoverageStatus.AT_RISK;
                })
                .mapToLong(Entry::potential)
                .sum();
    }

    private static Row row(Landscape land, String key, String name, String rep, List<Entry> entries) {
        double expected = entries.stream().mapToLong(Entry::potential).sum();
        return Row.of(
                key,
                name,
                rep,
                expected,
                covered(land, entries),
                Value.share(covered(land, entries), expected),
                PipelineReport.rate(entries),
                Value.share(expected, entries.size()));
    }
}
