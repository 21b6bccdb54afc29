package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import io.fairpatch.model.Opportunity;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The four numbers of each rep: attainment, pipeline coverage, win rate, activity. By territory, never ranked. */
@Singleton
final class RepReport implements ReportMaker {
    private static final About ABOUT = About.of("reps", "Rep performance", Group.PERFORMANCE);

    private static final int YEAR_MONTHS = 12;
    private static final int ACTIVE_DAYS = 90;

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.of("attainment", "Attainment", Unit.SHARE, "Won in 12 months over the yearly quota"),
            Column.of("pipeline", "Pipeline coverage", Unit.RATIO, "Open pipeline over what the quota still needs"),
            Column.of("rate", "Win rate", Unit.SHARE, "Won over closed deals of 12 months"),
            Column.of("deals", "Closed deals", Unit.COUNT, "Behind the win rate"),
            Column.of("activity", "Activity", Unit.NUMBER, "Tasks and events of the last 90 days for each account"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var staffed = land.staffed();
        var rows = staffed.stream()
                .map(territory -> row(land, territory).opening())
                .toList();
        long made = rows.stream()
                .map(row -> row.cells().get(2).number())
                .filter(share -> share != null && share >= 1)
                .count();
        return new Report(
                title(),
                made + " of " + Say.count(staffed.size(), "rep", "reps") + " made quota in the last 12 months.",
                List.of(),
                null,
                List.of(new Table("Reps", COLUMNS, rows).orSay("No territory has an active rep.")),
                List.of(
                        "In the order of territories: numbers of different territories don't compare people. Whether a"
                                + " result comes from the territory or from the rep is in Territory or rep.",
                        "A win rate on few deals says little: the count stands beside it."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return land.staffed(key)
                .map(territory -> new Report(
                        territory.repName(),
                        "Deals of " + territory.name() + " closed in the last 12 months.",
                        List.of(),
                        null,
                        List.of(DealRows.table(
                                "Closed deals",
                                territory.accounts().stream()
                                        .flatMap(entry -> entry.closed(from(land), land.today())
                                                .map(deal -> DealRows.row(entry, deal)))
                                        .toList())),
                        List.of()));
    }

    private static Row row(Landscape land, Territory territory) {
        Long quota = QuotaReport.quota(territory);
        long won = QuotaReport.won(land, territory);
        double left = quota == null ? 0 : Math.max(0, quota - won);
        long open = Entry.sum(territory.accounts().stream().flatMap(Entry::open));
        var closed = territory.accounts().stream()
                .flatMap(entry -> entry.closed(from(land), land.today()))
                .toList();
        return Row.of(
                territory.key(),
                territory.name(),
                territory.repName(),
                quota == null || quota == 0 ? Value.NONE : Value.share(won, quota),
                left > 0 ? Value.of(open / left) : Value.NONE,
                closed.isEmpty()
                        ? Value.NONE
                        : Value.share(closed.stream().filter(Opportunity::won).count(), closed.size()),
                closed.size(),
                (double) touches(land, territory) / territory.accounts().size());
    }

    private static LocalDate from(Landscape land) {
        return land.today().minusMonths(YEAR_MONTHS).plusDays(1);
    }

    private static long touches(Landscape land, Territory territory) {
        LocalDate since = land.today().minusDays(ACTIVE_DAYS);
        return territory.accounts().stream()
                .flatMap(entry -> land.touches(entry).stream())
                .filter(day -> !day.isBefore(since) && !day.isAfter(land.today()))
                .count();
    }
}
