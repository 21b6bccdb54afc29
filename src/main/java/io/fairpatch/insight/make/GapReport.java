package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Unit;
import jakarta.inject.Singleton;
import java.util.List;

/** Good accounts that nobody looks after. */
@Singleton
final class GapReport implements ReportMaker {
    private static final About ABOUT = About.of(
            "gaps",
            "Coverage gaps",
            Group.COVERAGE,
            Choice.number("score", "Score at least", 70, 0, 100),
            Choice.of("status", "Status", "any", "uncovered", "dormant", "at risk"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var gaps = gaps(land, settings);
        long money = gaps.stream().mapToLong(Entry::potential).sum();
        return new Report(
                title(),
                Say.accounts(gaps.size()) + " with a score of " + settings.text("score") + " and more "
                        + (gaps.size() == 1 ? "is" : "are") + " not looked after; " + Say.money(money)
                        + " potential a year.",
                List.of(
                        figure(land, gaps, CoverageStatus.UNCOVERED, "No owner, or one who left"),
                        figure(land, gaps, CoverageStatus.DORMANT, "More than 90 days without contact, or never any"),
                        figure(land, gaps, CoverageStatus.AT_RISK, "31 to 90 days without contact")),
                null,
                List.of(GapRows.table("Gaps, highest tier first, then longest without contact", land, gaps)
                        .orSay("No gap: every account with such a score had contact in the last 30 days.")),
                CoverageStatus.caution(
                        land,
                        "Uncovered: no active owner. Dormant: over 90 days, or never touched. At risk: over 30 days."));
    }

    private static Figure figure(Landscape land, List<Entry> gaps, CoverageStatus status, String formula) {
        return Figure.of(
                status.words(),
                Unit.COUNT,
                gaps.stream()
                        .filter(entry -> CoverageStatus.of(entry, land.today()) == status)
                        .count(),
                formula);
    }

    private static List<Entry> gaps(Landscape land, Settings settings) {
        String wanted = settings.text("status");
        return land.entries().stream()
                .filter(entry -> entry.score().score() >= settings.number("score"))
                .filter(entry -> {
                    var status = CoverageStatus.of(entry, land.today());
                    return status != CoverageStatus.ACTIVE
                            && (wanted.equals("any") || status.words().equals(wanted));
                })
                .toList();
    }
}
