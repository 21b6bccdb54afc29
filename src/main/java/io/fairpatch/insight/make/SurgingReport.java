package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
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
import java.util.List;

/** Accounts that grow so fast that they should be covered sooner. */
@Singleton
final class SurgingReport implements ReportMaker {
    private static final About ABOUT = About.of("surging", "Surging accounts", Group.ACCOUNTS);

    private static final List<Column> COLUMNS = List.of(
            Column.text("account", "Account"),
            Column.text("rep", "Rep"),
            Column.text("tier", "Tier"),
            Column.text("why", "Why"),
            Column.of("growth", "Growth", Unit.SHARE),
            Column.text("status", "Coverage"),
            Column.of("potential", "Potential a year", Unit.MONEY));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var surging = land.entries().stream()
                .filter(entry -> entry.profile().surging())
                .sorted(Entry.RICHEST_FIRST)
                .toList();
        long late = surging.stream()
                .filter(entry -> CoverageStatus.of(entry, land.today()) != CoverageStatus.ACTIVE)
                .count();
        var rule = land.scoring().segments().surge();
        return new Report(
                title(),
                Say.count(surging.size(), "account surges", "accounts surge") + "; " + late
                        + " of them had no contact in the last 30 days.",
                List.of(),
                null,
                List.of(new Table(
                                "Surging accounts",
                                COLUMNS,
                                surging.stream().map(entry -> row(land, entry)).toList())
                        .orSay("No account surges by the rule below.")),
                List.of("Rule: staff grew at least " + Say.percent(rule.headcountGrowth())
                        + " in a year, or won amounts at least " + Say.percent(rule.spendGrowth())
                        + " over the year before and to at least " + Say.money(100 * rule.leastSpend())
                        + ". A surging customer has full growth points in its score."));
    }

    private static Row row(Landscape land, Entry entry) {
        return AccountRows.link(
                entry,
                Row.of(
                        entry.account().id().value(),
                        entry.account().name(),
                        AccountRows.holder(entry),
                        AccountRows.tier(entry),
                        entry.profile().surge(),
                        entry.profile().growthShare(),
                        CoverageStatus.of(entry, land.today()).words(),
                        entry.potential()));
    }
}
