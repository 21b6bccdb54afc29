package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import jakarta.inject.Singleton;
import java.util.List;

/** A quota from a potential that does not contain the win rate yet. */
@Singleton
final class QuotaCalculator implements ReportMaker {
    private static final About ABOUT = About.of(
            "quota-calculator",
            "Quota calculator",
            Group.BALANCE,
            Choice.number("potential", "Potential, money", 1_000_000, 0, 1e12),
            Choice.number("conversion", "Conversion, %", 60, 0, 100));

    private static final double CENTS = 100;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        double potential = CENTS * settings.number("potential");
        double realistic = potential * settings.number("conversion") / 100;
        var rows = List.of(
                Row.of("potential", "Potential", potential),
                Row.of("realistic", "x " + settings.text("conversion") + " % conversion = realistic", realistic),
                Row.of("low", "x 70 % = quota from", QuotaReport.LOW * realistic),
                Row.of("high", "x 80 % = quota to", QuotaReport.HIGH * realistic));
        return new Report(
                title(),
                "A potential of " + Say.money(potential) + " at " + settings.text("conversion")
                        + " % conversion is realistic for " + Say.money(realistic) + ": a quota of "
                        + Say.money(QuotaReport.LOW * realistic) + " to "
                        + Say.money(QuotaReport.HIGH * realistic) + ".",
                List.of(),
                null,
                List.of(new Table(
                        "Line by line",
                        List.of(Column.text("line", "Line"), Column.of("amount", "Amount a year", Unit.MONEY)),
                        rows)),
                List.of("Our own potentials contain the win rate already: for them, see Quotas."));
    }
}
