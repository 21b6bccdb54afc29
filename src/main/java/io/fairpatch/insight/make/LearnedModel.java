package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.LearnedSwitch;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.score.learn.Interval;
import io.fairpatch.score.learn.Verdict;
import io.fairpatch.store.Latest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether a model learned from your deals would predict wins better than the rules; as long as not, it stays off. */
@Singleton
final class LearnedModel implements ReportMaker {
    private static final About ABOUT = About.of("learned-model", "Learned model", Group.ACCOUNTS);

    private static final List<Column> DECILES = List.of(
            Column.text("tenth", "Tenth of deals by prediction"),
            Column.of("deals", "Deals", Unit.COUNT),
            Column.of("predicted", "Predicted", Unit.SHARE, "Mean predicted probability"),
            Column.of("won", "Won", Unit.SHARE, "Share that was won"));
    private static final List<Column> MEASURES = List.of(
            Column.text("measure", "Measure"),
            Column.of("model", "Learned model", Unit.NUMBER),
            Column.of("low", "at least", Unit.NUMBER, "5th percentile of 1,000 bootstrap samples of the deals judged"),
            Column.of("high", "at most", Unit.NUMBER, "95th percentile"),
            Column.of("rules", "Rules", Unit.NUMBER),
            Column.text("meaning", "Meaning"));
    private static final List<String> NOTES = List.of(
            "Back-test by time: learned from deals closed up to a day, judged on deals created after it, never on deals it has"
                    + " seen.",
            "Features are lasting facts of the company and the account's deals before the day of creation; intent, contacts"
                    + " and activity are left out, since the org holds them only as of today.",
            "Logistic regression: its log-odds are the sum of one part a feature, so each prediction can be shown as reasons."
                    + " Whoever may plan switches it on under Accounts, Weights, once the interval is clear of zero.",
            "Calibrated by Platt's method on the newest deals, which the model was not fitted on.");

    private final Latest<Landscape, Optional<Verdict>> verdicts = new Latest<>();

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        return verdicts.of(land, () -> verdict(land)).map(this::report).orElseGet(this::nothing);
    }

    private static Optional<Verdict> verdict(Landscape land) {
        return LearnedSwitch.verdict(
                land.scoring(),
                land.entries().stream().map(Entry::account).toList(),
                land.entries().stream().flatMap(entry -> entry.deals().stream()).toList(),
                land.today());
    }

    private Report nothing() {
        return new Report(
                title(),
                "There are too few closed deals to learn from and to judge by; the rules stay in force.",
                List.of(),
                null,
                List.of(new Table("Calibration", DECILES, List.of())
                        .orSay("It takes 200 deals to learn from and 200 later ones to judge by.")),
                NOTES);
    }

    private Report report(Verdict verdict) {
        String gain = String.format(
                Locale.ENGLISH,
                "%+.1f points of skill over the rules, 99 %% interval %+.1f to %+.1f",
                100 * verdict.gain(),
                100 * verdict.gainLow(),
                100 * verdict.gainHigh());
        return new Report(
                title(),
                verdict.earned()
                        ? "A learned model would beat the rules on deals it had not seen: " + gain + "."
                        : "A learned model does not beat the rules beyond doubt and stays off: " + gain + ".",
                List.of(
                        Figure.of(
                                "Learned from",
                                Unit.COUNT,
                                verdict.setting().learnedFrom(),
                                "Deals closed by " + verdict.setting().until()),
                        Figure.of(
                                "Judged on", Unit.COUNT, verdict.setting().judgedOn(), "Deals created after that day"),
                        Figure.of("Base rate", Unit.SHARE, verdict.setting().base(), "Won among those learned from")),
                Chart.bars("Won by tenth of predictions", "won"),
                List.of(
                        new Table("Calibration", DECILES, deciles(verdict)),
                        new Table("Measures", MEASURES, measures(verdict))),
                NOTES);
    }

    private static List<Row> deciles(Verdict verdict) {
        return IntStream.range(0, verdict.deciles().size())
                .mapToObj(at -> {
                    var decile = verdict.deciles().get(at);
                    String name = (at + 1) + (at == 0 ? ", lowest" : at == 9 ? ", highest" : "");
                    return Row.of(name, name, decile.deals(), decile.predicted(), decile.won());
                })
                .toList();
    }

    private static List<Row> measures(Verdict verdict) {
        var model = verdict.model();
        var rules = verdict.rules();
        var doubt = verdict.doubt();
        return List.of(
                measure(
                        "AUC",
                        model.auc(),
                        doubt.auc(),
                        rules.auc(),
                        "Chance that a won deal ranks above a lost one; 0.5 is none"),
                measure(
                        "Brier",
                        model.brier(),
                        doubt.brier(),
                        rules.brier(),
                        "Mean squared error of the probabilities"),
                measure(
                        "Brier skill",
                        model.skill(),
                        doubt.skill(),
                        rules.skill(),
                        "Above 0: better than the base rate alone"),
                measure("Lift", model.lift(), doubt.lift(), rules.lift(), "Won in the top tenth over won in all"),
                Row.of(
                        "Calibration slope",
                        "Calibration slope",
                        verdict.learned().calibration().slope(),
                        null,
                        null,
                        1,
                        "Log-odds were multiplied by it; below 1 the fit was too sure of itself"));
    }

    private static Row measure(String name, double model, Interval doubt, double rules, String meaning) {
        return Row.of(name, name, model, doubt.low(), doubt.high(), rules, meaning);
    }
}
