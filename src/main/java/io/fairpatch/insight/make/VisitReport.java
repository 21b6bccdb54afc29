package io.fairpatch.insight.make;

import io.fairpatch.config.CoverageConfig.Visits;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Visits made against those planned by tier. */
@Singleton
final class VisitReport implements ReportMaker {
    private static final About ABOUT = About.of("visits", "Visits planned and made", Group.COVERAGE, Rollup.BY);

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.of("planned", "Planned a year", Unit.NUMBER, "Visits by tier, from coverage.yml"),
            Column.of("made", "Made, 12 months", Unit.COUNT, "Tasks and events of the accounts and their deals"),
            Column.of(
                    "adherence",
                    "Adherence",
                    Unit.SHARE,
                    "Visits made up to each account's plan, over those planned: one account's surplus mends no other"));

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
        var all = row(land, "total", "All", "", land.entries());
        Double adherence = all.cells().get(4).number();
        return new Report(
                title(),
                adherence == null
                        ? "No visits are planned."
                        : Say.percent(adherence) + " of the visits planned for a year were made in the last 12 months.",
                List.of(),
                Chart.bars("Adherence", "adherence"),
                List.of(new Table("Territories", COLUMNS, rows).with(all)),
                List.of(
                        "A visit is any task or event with a date, of the account or of one of its deals.",
                        "Adherence is less than made over planned: what one account gets beyond its plan mends no"
                                + " other."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        var columns = List.of(
                Column.text("account", "Account"),
                Column.text("tier", "Tier"),
                Column.of("planned", "Planned a year", Unit.NUMBER),
                Column.of("made", "Made, 12 months", Unit.COUNT));
        return Rollup.find(land, settings, key)
                .map(rollup -> new Report(
                        rollup.name(),
                        "Accounts with the most visits missing first.",
                        List.of(),
                        null,
                        List.of(new Table(
                                "Accounts",
                                columns,
                                rollup.accounts().stream()
                                        .sorted(Comparator.comparingDouble(
                                                        (Entry entry) -> made(land, entry) - planned(land, entry))
                                                .thenComparing(entry ->
                                                        entry.account().id().value()))
                                        .limit(AccountRows.MOST)
                                        .map(entry -> AccountRows.link(
                                                entry,
                                                Row.of(
                                                        entry.account().id().value(),
                                                        entry.account().name(),
                                                        AccountRows.tier(entry),
                                                        planned(land, entry),
                                                        made(land, entry))))
                                        .toList())),
                        List.of()));
    }

    private static double planned(Landscape land, Entry entry) {
        return land.coverage().visits().stream()
                .filter(visits -> visits.tier().equals(AccountRows.tier(entry)))
                .mapToDouble(Visits::visitsPerYear)
                .sum();
    }

    private static long made(Landscape land, Entry entry) {
        var from = land.today().minusMonths(12);
        return land.touches(entry).stream()
                .filter(day -> day.isAfter(from) && !day.isAfter(land.today()))
                .count();
    }

    private static Row row(Landscape land, String key, String name, String rep, List<Entry> entries) {
        double planned =
                entries.stream().mapToDouble(entry -> planned(land, entry)).sum();
        double kept = entries.stream()
                .mapToDouble(entry -> Math.min(planned(land, entry), made(land, entry)))
                .sum();
        return Row.of(
                key,
                name,
                rep,
                planned,
                entries.stream().mapToLong(entry -> made(land, entry)).sum(),
                Value.share(kept, planned));
    }
}
