package io.fairpatch.insight.make;

import io.fairpatch.config.CalendarConfig;
import io.fairpatch.insight.land.EquityRecord;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One quarter's fairness of territories beside that of the quarter before. */
@Singleton
final class QuarterReport implements ReportMaker {
    private static final About ABOUT =
            About.of("quarter", "Quarterly equity", Group.BALANCE, Choice.number("back", "Quarters back", 0, 0, 40));

    private static final double GREEN = 0.10;
    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.of("accounts", "Accounts", Unit.COUNT),
            Column.of("potential", "Potential a year", Unit.MONEY),
            Column.of("share", "Share of target", Unit.SHARE, "Potential over target; targets scale with capacity"),
            Column.of("before", "Quarter before", Unit.SHARE, "Share of target at the end of the quarter before"),
            Column.of("tier1", "Tier 1", Unit.COUNT),
            Column.of("won", "Won in 3 months", Unit.MONEY, "Amounts won in the three months up to the day"),
            Column.of("quota", "Quota a quarter", Unit.MONEY, "A quarter of the yearly quota"),
            Column.of("attainment", "Attainment", Unit.SHARE, "Won in 3 months over the quota of a quarter"));

    private final CalendarConfig calendar;

    QuarterReport(CalendarConfig calendar) {
        this.calendar = calendar;
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var all = Equity.all(land, calendar.fiscalYearStartMonth());
        var quarter =
                FiscalQuarter.of(land.today(), calendar.fiscalYearStartMonth()).back(settings.whole("back"));
        var equity = all.get(quarter);
        return equity == null ? nothing(quarter) : report(quarter, equity, all.get(quarter.back(1)));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        var all = Equity.all(land, calendar.fiscalYearStartMonth());
        var quarter =
                FiscalQuarter.of(land.today(), calendar.fiscalYearStartMonth()).back(settings.whole("back"));
        return Optional.ofNullable(all.get(quarter))
                .flatMap(equity -> equity.find(key).map(line -> QuarterLines.of(equity, line)));
    }

    private Report nothing(FiscalQuarter quarter) {
        return new Report(
                title(),
                "Nothing is on record for " + quarter.words() + ".",
                List.of(),
                null,
                List.of(new Table(quarter.words(), COLUMNS, List.of())
                        .orSay("A quarter is on record once accounts were scored in it.")),
                List.of());
    }

    private Report report(FiscalQuarter quarter, Equity equity, @Nullable Equity before) {
        var rows = equity.lines().stream()
                .map(line -> row(equity, line, before).opening())
                .sorted(Comparator.comparingDouble(QuarterReport::byShare).thenComparing(Row::key))
                .toList();
        return new Report(
                title() + ", " + quarter.words(),
                sentence(quarter, equity, before),
                figures(equity, before),
                Chart.bars("Share of target", "share").band(1 - GREEN, 1 + GREEN),
                List.of(new Table(quarter.words(), COLUMNS, rows).orSay("No territory was on record.")),
                List.of(
                        "A quarter stands as of the last scoring in it; the running one as of today.",
                        "Rebalancing is needed when the highest share of target is more than 20 % above the lowest."));
    }

    private static String sentence(FiscalQuarter quarter, Equity equity, @Nullable Equity before) {
        String then = before == null
                ? "nothing is on record for the quarter before."
                : "it was " + Say.ratio(before.balance().spread()) + " the quarter before.";
        return "In " + quarter.words() + " the fullest book held "
                + Say.ratio(equity.balance().spread()) + " the emptiest, for equal capacity; " + then
                + " Rebalancing needed: " + (equity.rebalance() ? "yes." : "no.");
    }

    private static List<Figure> figures(Equity equity, @Nullable Equity before) {
        var figures = new ArrayList<>(List.of(
                Figure.of(
                        "Highest over lowest",
                        Unit.RATIO,
                        equity.balance().spread(),
                        "Highest share of target over the lowest"),
                Figure.of(
                        "Coefficient of variation",
                        Unit.SHARE,
                        equity.balance().variation(),
                        "Standard deviation of the shares of target over their mean"),
                Figure.of("Gini", Unit.NUMBER, equity.balance().gini(), "0 when all are equal, towards 1")));
        if (before != null) {
            figures.add(Figure.of(
                    "Highest over lowest, quarter before",
                    Unit.RATIO,
                    before.balance().spread(),
                    "As of " + before.day()));
        }
        figures.add(Figure.text("As of", equity.day().toString(), "Day of the scoring"));
        return figures;
    }

    private static Row row(Equity equity, EquityRecord line, @Nullable Equity before) {
        Double share = equity.share(line);
        Double earlier = before == null
                ? null
                : before.find(line.key()).map(before::share).orElse(null);
        Double quota = line.quotaCents() == null ? null : Double.valueOf(line.quotaCents() / 4.0);
        return Row.of(
                        line.key(),
                        line.territory(),
                        line.rep(),
                        line.accounts(),
                        line.potentialCents(),
                        share,
                        earlier,
                        line.tierOne(),
                        line.wonCents(),
                        quota,
                        quota == null ? null : Value.share(line.wonCents(), quota))
                .marked(share == null || Math.abs(share - 1) <= GREEN ? Tone.PLAIN : Tone.WARN);
    }

    private static double byShare(Row row) {
        Double share = row.cells().get(4).number();
        return share == null ? Double.MAX_VALUE : -share;
    }
}
