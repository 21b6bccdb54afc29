package io.fairpatch.insight.make;

import io.fairpatch.config.CalendarConfig;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The territory plan as one document: date and horizon, team, market, segments, coverage model, assignments, equity and
 * the reviews to come. To be printed, or downloaded as a workbook with a sheet for each section.
 */
@Singleton
final class PlanDocument implements ReportMaker {
    private static final About ABOUT = About.of("plan-document", "Territory plan", Group.BALANCE);

    private static final List<Column> GLANCE =
            List.of(Column.text("what", "What"), Column.text("value", "Value"), Column.text("from", "Where from"));
    private static final List<Column> REVIEWS = List.of(
            Column.text("quarter", "Quarter"),
            Column.of("from", "From", Unit.DATE),
            Column.of("to", "To", Unit.DATE),
            Column.text("purpose", "Review"));

    private final CalendarConfig calendar;
    private final BalanceReport balance = new BalanceReport();
    private final Segments segments = new Segments();
    private final HeadCount headCount = new HeadCount();
    private final QuotaReport quotas = new QuotaReport();

    PlanDocument(CalendarConfig calendar) {
        this.calendar = calendar;
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var equity = usual(balance, land);
        var tables = new ArrayList<Table>();
        tables.add(new Table("At a glance", GLANCE, glance(land)));
        tables.add(named("Segmentation", segments, usual(segments, land)));
        tables.add(named("Coverage model", headCount, usual(headCount, land)));
        tables.add(named("Assignments and equity", balance, equity));
        tables.add(named("Quotas", quotas, usual(quotas, land)));
        tables.add(new Table("Schedule of reviews", REVIEWS, reviews(land.today())));
        return new Report(
                title(),
                "Territory plan of " + land.today() + ": "
                        + Say.count(land.staffed().size(), "territory", "territories") + ", "
                        + Say.accounts(land.entries().size()) + ". " + equity.sentence(),
                equity.figures(),
                null,
                tables,
                List.of(
                        "Each section is a report of its own, with its formulas and the rows behind it.",
                        "Print this page, or take it as XLSX with a sheet for each section."));
    }

    private static Report usual(ReportMaker maker, Landscape land) {
        return maker.make(land, Settings.of(maker.choices(), Map.of()));
    }

    /** The table of another report, whose rows open there. */
    private static Table named(String title, ReportMaker maker, Report report) {
        var table = report.table();
        var rows = table.rows().stream()
                .map(row -> new Row(
                        row.key(), row.cells(), row.tone(), false, maker.about().address(row.key())))
                .toList();
        return new Table(title, table.columns(), rows, table.total(), table.empty());
    }

    private List<Row> glance(Landscape land) {
        LocalDate end =
                FiscalQuarter.of(land.today(), calendar.fiscalYearStartMonth()).yearEnd();
        double market =
                land.entries().stream().mapToDouble(entry -> entry.potential()).sum();
        long customers = land.entries().stream()
                .filter(entry -> entry.score().customer())
                .count();
        return List.of(
                Row.of("date", "Date", land.today().toString(), "Day of the last copy that counts"),
                Row.of("horizon", "Horizon", "to " + end, "End of the fiscal year, calendar.yml"),
                Row.of("team", "Team size", Say.count(land.reps().size(), "rep", "reps"), "Who can be given accounts"),
                Row.of(
                        "market",
                        "Market that can be won",
                        Say.money(market) + " a year",
                        "Sum of the accounts' attainable potentials"),
                Row.of(
                        "accounts",
                        "Accounts",
                        Say.accounts(land.entries().size()) + ", " + Say.count(customers, "customer", "customers"),
                        "Scored accounts"),
                Row.of(
                        "granularity",
                        "Territories",
                        HeadCount.granularity(land.reps().size()),
                        "By team size"));
    }

    /** The next four quarters, the running one first. */
    private List<Row> reviews(LocalDate today) {
        var rows = new ArrayList<Row>();
        var running = FiscalQuarter.of(today, calendar.fiscalYearStartMonth());
        for (int ahead = 0; ahead < 4; ahead++) {
            var quarter = running.back(-ahead);
            calendar.reviews().stream()
                    .filter(review -> review.quarter() == quarter.number())
                    .forEach(review -> rows.add(Row.of(
                            quarter.words() + review.purpose(),
                            quarter.words(),
                            quarter.first(),
                            quarter.last(),
                            review.purpose())));
        }
        return rows;
    }
}
