package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
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

/** Work a book makes, travel included: few rural accounts can equal many urban ones. */
@Singleton
final class WorkloadReport implements ReportMaker {
    private static final About ABOUT = About.of("workload", "Workload", Group.CAPACITY);

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.of("accounts", "Accounts", Unit.COUNT),
            Column.of("hours", "Hours a year", Unit.HOURS, "Visits and other work by tier, and travel"),
            Column.of("travel", "of these travel", Unit.HOURS, "Visits x the way there and back from the rep's home"),
            Column.of("share", "Travel share", Unit.SHARE),
            Column.of("each", "Hours an account", Unit.NUMBER),
            Column.of("available", "Working hours", Unit.HOURS, "Working hours a year x capacity"),
            Column.of("used", "Used", Unit.SHARE, "Hours over working hours"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var workload = new Workload(land);
        var staffed = land.staffed();
        var rows = staffed.stream()
                .map(territory -> row(workload, territory).opening())
                .toList();
        double hours = staffed.stream().mapToDouble(workload::hours).sum();
        double travel = staffed.stream().mapToDouble(workload::travelHours).sum();
        return new Report(
                title(),
                "The books make " + Say.number(Math.rint(hours)) + " hours of work a year, "
                        + Say.percent(hours == 0 ? 0 : travel / hours) + " of them on the way.",
                List.of(),
                Chart.bars("Hours a year", "hours"),
                List.of(new Table("Books", COLUMNS, rows).orSay("No territory has an active rep.")),
                List.of(
                        "Visits and hours by tier stand in coverage.yml. Roads are 1.3 times the great circle; up to 300 km"
                                + " by car at 70 km/h, beyond that two hours and 600 km/h.",
                        "The way starts at the rep's home, else in the middle of the book."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        var workload = new Workload(land);
        return WorkRows.open(
                land,
                key,
                territory -> List.of("Used = " + Say.number(workload.hours(territory)) + " hours of "
                        + Say.number(workload.available(territory)) + ": working hours a year x capacity "
                        + Say.number(land.capacity(territory)) + "."));
    }

    private static Row row(Workload workload, Territory territory) {
        double hours = workload.hours(territory);
        int accounts = territory.accounts().size();
        return Row.of(
                territory.key(),
                territory.name(),
                territory.repName(),
                accounts,
                hours,
                workload.travelHours(territory),
                Value.share(workload.travelHours(territory), hours),
                Value.share(hours, accounts),
                workload.available(territory),
                Value.share(hours, workload.available(territory)));
    }
}
