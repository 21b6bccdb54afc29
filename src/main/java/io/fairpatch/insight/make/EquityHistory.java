package io.fairpatch.insight.make;

import io.fairpatch.config.CalendarConfig;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fairness of territories over the quarters on record. */
@Singleton
final class EquityHistory implements ReportMaker {
    private static final About ABOUT = About.of("equity-history", "Equity over quarters", Group.BALANCE);

    private static final List<Column> COLUMNS = List.of(
            Column.text("quarter", "Quarter"),
            Column.of("day", "As of", Unit.DATE),
            Column.of("territories", "Staffed territories", Unit.COUNT),
            Column.of("potential", "Potential a year", Unit.MONEY, "Of staffed territories"),
            Column.of("spread", "Highest over lowest", Unit.RATIO, "Of the shares of target"),
            Column.of("variation", "Coefficient of variation", Unit.SHARE, "Standard deviation over mean"),
            Column.of("gini", "Gini", Unit.NUMBER, "0 when all are equal"),
            Column.text("rebalance", "Rebalancing needed"));

    private final CalendarConfig calendar;

    EquityHistory(CalendarConfig calendar) {
        this.calendar = calendar;
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var all = Equity.all(land, calendar.fiscalYearStartMonth());
        var rows = all.entrySet().stream().map(entry -> row(entry).opening()).toList();
        return new Report(
                title(),
                all.isEmpty()
                        ? "No quarter is on record yet."
                        : sentence(all.firstEntry(), all.lastEntry(), all.size()),
                List.of(),
                Chart.bars("Highest over lowest", "spread"),
                List.of(new Table("Quarters", COLUMNS, rows).orSay("No quarter is on record yet.")),
                List.of("Each scoring puts on record how territories stand; a quarter is as of the last one in it."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return Equity.all(land, calendar.fiscalYearStartMonth()).entrySet().stream()
                .filter(entry -> entry.getKey().words().equals(key))
                .findFirst()
                .map(entry -> territories(key, entry.getValue()));
    }

    private static Report territories(String quarter, Equity equity) {
        var columns = List.of(
                Column.text("territory", "Territory"),
                Column.text("rep", "Rep"),
                Column.of("potential", "Potential a year", Unit.MONEY),
                Column.of("capacity", "Capacity", Unit.NUMBER),
                Column.of(
                        "share", "Share of target", Unit.SHARE, "Potential over target; targets scale with capacity"));
        var rows = equity.lines().stream()
                .map(line -> Row.of(
                        line.key(),
                        line.territory(),
                        line.rep(),
                        line.potentialCents(),
                        line.capacity(),
                        equity.share(line)))
                .toList();
        return new Report(
                quarter,
                "Territories as of " + equity.day() + ".",
                List.of(),
                null,
                List.of(new Table("Territories", columns, rows)),
                List.of("Highest over lowest, variation and Gini are those of the shares of target."));
    }

    private static String sentence(
            Map.Entry<FiscalQuarter, Equity> first, Map.Entry<FiscalQuarter, Equity> last, int quarters) {
        String now = "In " + last.getKey().words() + " the fullest book holds "
                + Say.ratio(last.getValue().balance().spread()) + " the emptiest";
        return quarters == 1
                ? now + "; it is the only quarter on record."
                : now + "; it was " + Say.ratio(first.getValue().balance().spread()) + " in "
                        + first.getKey().words() + ", " + Say.count(quarters - 1, "quarter", "quarters")
                        + " on record before.";
    }

    private static Row row(Map.Entry<FiscalQuarter, Equity> entry) {
        var equity = entry.getValue();
        return Row.of(
                        entry.getKey().words(),
                        entry.getKey().words(),
                        equity.day(),
                        equity.staffed().size(),
                        equity.potential(),
                        equity.balance().spread(),
                        equity.balance().variation(),
                        equity.balance().gini(),
                        equity.rebalance() ? "yes" : "no")
                .marked(equity.rebalance() ? Tone.WARN : Tone.PLAIN);
    }
}
