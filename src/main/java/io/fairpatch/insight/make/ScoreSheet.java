package io.fairpatch.insight.make;

import io.fairpatch.insight.AccountSheet;
import io.fairpatch.insight.ScoreScale;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Reason;
import java.util.ArrayList;
import java.util.List;

/** One account's score and potential in parts that add up, with what was assumed. */
public final class ScoreSheet {
    private static final List<Column> SCORE =
            List.of(Column.text("part", "Part"), Column.of("points", "Points", Unit.NUMBER), Column.text("why", "Why"));
    private static final List<Column> POTENTIAL = List.of(
            Column.text("part", "Part"), Column.of("amount", "Amount a year", Unit.MONEY), Column.text("why", "Why"));

    private ScoreSheet() {}

    /** The sheet as a report: what the account's page shows. */
    public static Report of(AccountSheet sheet) {
        AccountScore score = sheet.score();
        return new Report(
                sheet.name(),
                sheet.name() + " scores " + Say.number(score.score()) + " of 100 (tier "
                        + (score.tier().ordinal() + 1) + ", grade " + score.grade() + ") and is worth "
                        + Say.money(score.potentialCents()) + " a year.",
                figures(score),
                null,
                List.of(
                        table("Score", SCORE, score.reasons(), score.score()),
                        table("Potential", POTENTIAL, score.potentialReasons(), score.potentialCents())),
                notes(sheet));
    }

    private static List<Figure> figures(AccountScore score) {
        var chance = score.profile().chance();
        return List.of(
                Figure.of("Score of ten", Unit.COUNT, ScoreScale.ten(score.score()), "Ten points a step"),
                Figure.of("Win probability", Unit.SHARE, score.winProbability(), chance.basis()),
                Figure.of("at least", Unit.SHARE, chance.low(), "5th percentile"),
                Figure.of("at most", Unit.SHARE, chance.high(), "95th percentile"),
                Figure.of("Closed deals behind it", Unit.COUNT, score.winSample(), chance.basis()),
                Figure.text(
                        "Play",
                        score.profile().play().role(),
                        score.profile().play().strategy()));
    }

    private static Table table(String title, List<Column> columns, List<Reason> reasons, double total) {
        var rows = reasons.stream()
                .map(reason -> Row.of(reason.rule(), reason.rule(), reason.points(), reason.sentence()))
                .toList();
        return new Table(title, columns, rows).with(Row.of("total", "total", total, ""));
    }

    private static List<String> notes(AccountSheet sheet) {
        var notes = new ArrayList<String>();
        sheet.score().assumptions().forEach(assumption -> notes.add(assumption + "."));
        sheet.earlier()
                .forEach(earlier -> notes.add("Earlier, by version " + earlier.modelVersion() + " of the rules: "
                        + Say.number(earlier.score()) + ", " + Say.money(earlier.potentialCents()) + " a year."));
        return notes;
    }
}
