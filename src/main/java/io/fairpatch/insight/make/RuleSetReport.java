package io.fairpatch.insight.make;

import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** All rules in force, one a line, to be exported and read by whoever is affected. */
@Singleton
final class RuleSetReport implements ReportMaker {
    private static final About ABOUT = About.of("rule-set", "Rules in force", Group.COVERAGE);

    private static final List<Column> COLUMNS = List.of(
            Column.text("rule", "Rule"),
            Column.text("area", "Decides on"),
            Column.text("when", "When"),
            Column.text("then", "Then"),
            Column.text("place", "Set in"),
            Column.of("accounts", "Accounts", Unit.COUNT, "Accounts it holds for now"));

    private final WritePolicyConfig policy;

    RuleSetReport(WritePolicyConfig policy) {
        this.policy = policy;
    }

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var lines = new ArrayList<>(new SortingRules(land).lines());
        lines.addAll(new PlanningRules(land, policy).lines());
        var rows = new ArrayList<Row>();
        for (RuleLine line : lines) {
            rows.add(row(rows.size() + 1, line));
        }
        return new Report(
                title(),
                Say.count(lines.size(), "rule is", "rules are") + " in force; " + judged(land, lines),
                List.of(),
                null,
                List.of(new Table("Rules", COLUMNS, rows)),
                List.of(
                        "A rule set that leaves two answers open, or none, is refused when it is read: bands that"
                                + " overlap, a tier without or with two rules of work, two ways to cover a segment,"
                                + " a pair of value and growth without or with two plays.",
                        "Under fit the first rule that applies counts; of tier and of play exactly one does."));
    }

    private static Row row(int number, RuleLine line) {
        String name = "R" + number;
        Value accounts =
                line.accounts() == null ? Value.NONE : Value.of(line.accounts().doubleValue());
        return Row.of(name, name, line.area(), line.when(), line.then(), line.place(), accounts);
    }

    /** Counted, not taken for granted. */
    private static String judged(Landscape land, List<RuleLine> lines) {
        long all = land.entries().size();
        long tiers = sum(lines, SortingRules.TIER);
        long plays = sum(lines, SortingRules.PLAY);
        return tiers == all && plays == all
                ? "each of " + Say.accounts(all) + " falls under exactly one tier and one play."
                : Say.accounts(all) + ", of which tiers name " + tiers + " and plays " + plays
                        + ": the rest takes judgement.";
    }

    private static long sum(List<RuleLine> lines, String area) {
        return lines.stream()
                .filter(line -> line.area().equals(area))
                .mapToLong(line -> line.accounts() == null ? 0 : line.accounts())
                .sum();
    }
}
