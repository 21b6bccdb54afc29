package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.FitAnswers.Answer;
import io.fairpatch.insight.land.FitAnswers.Question;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Whether planning territories is worth it here, how mature the planning is, and what it may bring. */
@Singleton
final class FitReport implements ReportMaker {
    private static final About ABOUT = About.of("fit", "Is it worth it?", Group.BALANCE);

    private static final int FEWEST_REPS = 3;
    private static final double KNOWN = 0.95;
    private static final double LIFT_LOW = 0.02;
    private static final double LIFT_HIGH = 0.07;

    private static final List<Column> COLUMNS = List.of(
            Column.text("question", "Question"),
            Column.text("answer", "Answer from your data"),
            Column.text("said", "What you said"),
            Column.text("sign", "Sign"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var against = against(land);
        var maturity = Maturity.of(land);
        double won = land.entries().stream()
                .flatMap(entry -> entry.closed(land.today().minusMonths(12).plusDays(1), land.today()))
                .filter(deal -> deal.won())
                .mapToDouble(deal -> Objects.requireNonNullElse(deal.amountCents(), 0L))
                .sum();
        return new Report(
                title(),
                (against.isEmpty()
                                ? "Territory planning fits here: "
                                        + Say.count(land.reps().size(), "rep shares ", "reps share ")
                                        + Say.accounts(land.entries().size()) + "."
                                : "Not a good fit: " + String.join("; ", against) + ".")
                        + " Maturity: " + maturity.words() + ". Next: " + maturity.next() + ".",
                List.of(
                        Figure.text("Maturity", maturity.words(), "Ad hoc, basic, structured or strategic"),
                        Figure.of("Won, 12 months", Unit.MONEY, won, "Amounts of won deals"),
                        Figure.of("Business case from", Unit.MONEY, LIFT_LOW * won, "2 % of won amounts"),
                        Figure.of("to", Unit.MONEY, LIFT_HIGH * won, "7 % of won amounts")),
                null,
                List.of(new Table("The five opening questions", COLUMNS, questions(land))),
                List.of(
                        "Business case: 2 to 7 % more sales is what consultants report from their projects after better"
                                + " territories. It is their experience, a range, not a forecast and not a promise.",
                        "Your own answers are kept under Territories, The five questions.",
                        "Not a good fit: fewer than 3 reps, or every account known and held by someone who covers it, or"
                                + " geography that cannot change."));
    }

    /** Reasons against, empty when there are none. */
    static List<String> against(Landscape land) {
        var reasons = new ArrayList<String>();
        int reps = land.reps().size();
        if (reps < FEWEST_REPS) {
            reasons.add("with " + Say.count(reps, "rep", "reps") + " there is little to balance");
        }
        var entries = land.entries();
        long known = entries.stream()
                .filter(entry ->
                        entry.score().customer() && CoverageStatus.of(entry, land.today()) == CoverageStatus.ACTIVE)
                .count();
        if (!entries.isEmpty() && known >= KNOWN * entries.size()) {
            reasons.add("every account is a customer that somebody covers");
        }
        if (!entries.isEmpty()
                && entries.stream().allMatch(entry -> entry.account().namedAccount())) {
            reasons.add("every account is pinned to its rep");
        }
        return reasons;
    }

    private static List<Row> questions(Landscape land) {
        boolean equal = QuotaReport.equal(land.staffed());
        var fairness = Fairness.of(Rollup.of(land, Settings.of(List.of(Rollup.BY), Map.of())));
        var counts = land.staffed().stream()
                .mapToInt(territory -> territory.accounts().size())
                .summaryStatistics();
        long deals =
                land.entries().stream().mapToLong(entry -> entry.deals().size()).sum();
        return List.of(
                question(land, Question.MODEL, model(land), ""),
                question(
                        land,
                        Question.QUOTAS,
                        equal ? "All quotas are equal while potentials differ." : quotas(land),
                        equal ? "look at Quotas" : ""),
                question(
                        land,
                        Question.COUNTS,
                        counts.getCount() == 0 ? "No rep has any." : counts.getMin() + " to " + counts.getMax() + ".",
                        counts.getMax() >= 500 ? "500 and more are too many" : ""),
                question(
                        land,
                        Question.HISTORY,
                        Say.count(deals, "deal is", "deals are") + " on record.",
                        deals < 100 ? "win rates will lean on few deals" : ""),
                question(
                        land,
                        Question.TRIGGERS,
                        String.format(
                                Locale.ENGLISH,
                                "Highest over lowest potential is %.2fx; more than 1.20x asks for one.",
                                fairness.balance().spread()),
                        fairness.rebalance() ? "rebalancing needed" : ""));
    }

    private static String quotas(Landscape land) {
        var with = land.staffed().stream()
                .filter(territory -> QuotaReport.quota(territory) != null)
                .toList();
        long outside = with.stream()
                .filter(territory -> !QuotaReport.verdict(QuotaReport.quota(territory), territory.potential())
                        .equals("in band"))
                .count();
        return with.isEmpty()
                ? "No rep has a quota in the org."
                : outside + " of " + with.size() + " lie outside 70 to 80 % of attainable potential.";
    }

    private static String model(Landscape land) {
        long written = land.territories().stream().filter(Territory::written).count();
        long regions = land.entries().stream()
                .map((Entry entry) -> entry.profile().region())
                .distinct()
                .count();
        return written > 0
                ? Say.count(written, "territory is", "territories are") + " named on accounts, over "
                        + Say.count(regions, "region", "regions") + "."
                : "By account owner alone; no territory is written on an account.";
    }

    /** The page of the numbers an answer is made of. */
    private static String source(Question question) {
        return switch (question) {
            case MODEL -> "/territories/reports/coverage-map?by=region";
            case QUOTAS -> "/territories/reports/quota";
            case COUNTS, TRIGGERS -> "/territories/reports/balance";
            case HISTORY -> "/accounts/reports/win-rates";
        };
    }

    private static Row question(Landscape land, Question question, String answer, String sign) {
        Answer said = land.signals().answers().get(question);
        String own = said == null ? "" : said.text() + " (" + said.by() + ")";
        return Row.of(question.name(), question.words(), answer, own, sign)
                .linked(source(question))
                .marked(sign.isEmpty() ? Tone.PLAIN : Tone.WARN);
    }
}
