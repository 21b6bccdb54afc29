package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which accounts are looked after, by territory. */
@Singleton
final class CoverageReport implements ReportMaker {
    private static final About ABOUT = About.of(
            "coverage", "Coverage", Group.COVERAGE, Rollup.BY, Choice.number("days", "Period, days", 90, 1, 730));

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.of("accounts", "Accounts", Unit.COUNT),
            Column.of("active", "Active", Unit.COUNT, "Last activity at most 30 days ago"),
            Column.of("atRisk", "At risk", Unit.COUNT, "31 to 90 days ago"),
            Column.of("dormant", "Dormant", Unit.COUNT, "More than 90 days ago, or never"),
            Column.of("uncovered", "Uncovered", Unit.COUNT, "No owner, or one who left"),
            Column.of("never", "Never touched", Unit.COUNT, "No activity on record"),
            Column.of("ratio", "Coverage ratio", Unit.SHARE, "Accounts touched within the period over all accounts"),
            Column.of(
                    "potentialRatio",
                    "Covered potential",
                    Unit.SHARE,
                    "Potential of the touched accounts over the potential of all"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        int days = settings.whole("days");
        var rows = Rollup.of(land, settings).stream()
                .map(rollup -> row(land, rollup.key(), rollup.name(), rollup.rep(), rollup.accounts(), days)
                        .opening())
                .toList();
        var all = land.entries();
        long gaps = all.stream()
                .filter(entry -> CoverageStatus.of(entry, land.today()) != CoverageStatus.ACTIVE)
                .count();
        long touched = all.stream().filter(entry -> touched(entry, land, days)).count();
        return new Report(
                title(),
                Say.accounts(touched) + " of " + Say.count(all.size(), "account", "accounts") + " ("
                        + Say.percent(all.isEmpty() ? 0 : (double) touched / all.size())
                        + ") had contact in the last " + days + " days; "
                        + Say.count(gaps, "account is", "accounts are") + " at risk, dormant or without an active rep.",
                figures(land),
                Chart.bars("Coverage ratio", "ratio"),
                List.of(new Table("Territories", COLUMNS, rows).with(row(land, "total", "All", "", all, days))),
                CoverageStatus.caution(
                        land,
                        "A date in the future counts as today; an account that was never touched is dormant, not active.",
                        "Contact is the last task or event of the account or of one of its deals."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return Rollup.find(land, settings, key)
                .map(rollup -> new Report(
                        rollup.name(),
                        Say.accounts(rollup.accounts().size()) + ", longest without contact first.",
                        List.of(),
                        null,
                        List.of(GapRows.table("Accounts", land, rollup.accounts())),
                        List.of("Coverage ratio = accounts touched within the period / all accounts.")));
    }

    private static List<Figure> figures(Landscape land) {
        return Arrays.stream(CoverageStatus.values())
                .map(status -> Figure.of(
                        status.words(),
                        Unit.COUNT,
                        land.entries().stream()
                                .filter(entry -> CoverageStatus.of(entry, land.today()) == status)
                                .count(),
                        "Accounts that are " + status.words()))
                .toList();
    }

    private static boolean touched(Entry entry, Landscape land, int days) {
        var idle = CoverageStatus.idle(entry, land.today());
        return entry.held() && idle.isPresent() && idle.getAsLong() <= days;
    }

    private static Row row(Landscape land, String key, String name, String rep, List<Entry> entries, int days) {
        var touched =
                entries.stream().filter(entry -> touched(entry, land, days)).toList();
        return Row.of(
                key,
                name,
                rep,
                entries.size(),
                count(land, entries, CoverageStatus.ACTIVE),
                count(land, entries, CoverageStatus.AT_RISK),
                count(land, entries, CoverageStatus.DORMANT),
                count(land, entries, CoverageStatus.UNCOVERED),
                entries.stream()
                        .filter(entry -> entry.account().lastActivity() == null)
                        .count(),
                Value.share(touched.size(), entries.size()),
                Value.share(
                        touched.stream().mapToLong(Entry::potential).sum(),
                        entries.stream().mapToLong(Entry::potential).sum()));
    }

    private static long count(Landscape land, List<Entry> entries, CoverageStatus status) {
        return entries.stream()
                .filter(entry -> CoverageStatus.of(entry, land.today()) == status)
                .count();
    }
}
