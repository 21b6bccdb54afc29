package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.score.MixedEffects.Effect;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether different results come from the territory or from the rep. Territories by name; people are never ranked. */
@Singleton
final class DiagnosisReport implements ReportMaker {
    private static final About ABOUT = About.of(
            "territory-or-rep",
            "Territory or rep?",
            Group.PERFORMANCE,
            Choice.of("show", "Show", "territories", "reps too"));

    private static final int YEAR = 4;

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.of("potential", "Potential a year", Unit.MONEY),
            Column.of("won", "Won, 12 months", Unit.MONEY),
            Column.of("expected", "Segments' win rate", Unit.SHARE, "Of its accounts' segments with an average rep"),
            Column.of("rep", "Rep's effect", Unit.SHARE, "On the win rate, in points, drawn to 0 where data is thin"),
            Column.of("low", "at least", Unit.SHARE, "5th percentile"),
            Column.of("high", "at most", Unit.SHARE, "95th percentile"),
            Column.text("verdict", "What can be said"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var diagnosis = new Diagnosis(land);
        if (!diagnosis.enough()) {
            return refusal(diagnosis);
        }
        var fit = diagnosis.fit();
        double total = fit.repVariance() + fit.segmentVariance();
        boolean names = settings.text("show").equals("reps too");
        return new Report(
                title(),
                sentence(land, diagnosis),
                List.of(
                        Figure.of("Mean win rate", Unit.SHARE, fit.mean(), "Of all deals, reps and segments alike"),
                        Figure.of(
                                "From segments",
                                Unit.SHARE,
                                fit.segmentVariance() / total,
                                "Variance between segments over that between segments and reps"),
                        Figure.of("From reps", Unit.SHARE, fit.repVariance() / total, "The rest of it"),
                        Figure.of(
                                "Rep's usual effect",
                                Unit.SHARE,
                                Math.sqrt(fit.repVariance()),
                                "Standard deviation between reps, in points of win rate")),
                Chart.intervals("Rep's effect on the win rate, 90 % interval", "rep", "low", "high"),
                List.of(new Table(
                        "Territories",
                        COLUMNS,
                        land.staffed().stream()
                                .map(territory -> row(land, diagnosis, territory, names))
                                .toList())),
                NOTES);
    }

    private static final List<String> NOTES = List.of(
            "Mixed-effects model (restricted maximum likelihood): win rate = mean + rep + segment + chance, over deals closed"
                    + " in eight quarters; segments are industry and region. Effects are drawn to 0 as far as data is thin.",
            "An effect whose interval holds 0 says nothing about the rep. This is for drawing fair territories, not for"
                    + " grading people.");

    private Report refusal(Diagnosis diagnosis) {
        return new Report(
                title(),
                "Too early to say: deals were closed in " + Say.count(diagnosis.periods(), "quarter", "quarters")
                        + "; it takes " + Quarters.NEEDED + ", with at least two reps and two segments.",
                List.of(),
                null,
                List.of(new Table("Territories", COLUMNS, List.of()).orSay("One noisy quarter is no sign.")),
                NOTES);
    }

    /** Best against worst result: how much is territory, how much rep. */
    private static String sentence(Landscape land, Diagnosis diagnosis) {
        // what a territory won is summed over all its deals, so once each
        var byResult = land.staffed().stream()
                .filter(territory -> territory.potential() > 0)
                .map(territory -> Map.entry(won(land, territory), territory))
                .filter(result -> result.getKey() > 0)
                .sorted(Map.Entry.<Long, Territory>comparingByKey()
                        .thenComparing(result -> result.getValue().key()))
                .map(Map.Entry::getValue)
                .toList();
        if (byResult.size() < 2) {
            return "Fewer than two territories won anything in the last 12 months: nothing to compare.";
        }
        return compare(land, diagnosis, byResult.get(byResult.size() - 1), byResult.get(0));
    }

    static String compare(Landscape land, Diagnosis diagnosis, Territory most, Territory least) {
        double result = (double) won(land, most) / won(land, least);
        double territory = (double) most.potential() / least.potential();
        Effect better = diagnosis.rep(most);
        Effect worse = diagnosis.rep(least);
        double rep = times(diagnosis, most, better.value()) / times(diagnosis, least, worse.value());
        double low = times(diagnosis, most, better.low()) / times(diagnosis, least, worse.high());
        double high = times(diagnosis, most, better.high()) / times(diagnosis, least, worse.low());
        String verdict = low > 1 || high < 1 ? "" : ", which may be chance";
        return String.format(
                Locale.ENGLISH,
                "%s won %.1fx what %s won: the territory explains %.1fx (its potential), the rep %.2fx (90 %% interval %.2f"
                        + " to %.2f%s), the rest is %.1fx.",
                most.name(),
                result,
                least.name(),
                territory,
                rep,
                low,
                high,
                verdict,
                result / territory / rep);
    }

    /** Win rate with the rep's effect over that of an average rep there. */
    private static double times(Diagnosis diagnosis, Territory territory, double effect) {
        double expected = diagnosis.expected(territory);
        return Math.max(0.05, (expected + effect) / expected);
    }

    private static long won(Landscape land, Territory territory) {
        return Quarters.last(land, YEAR).stream()
                .mapToLong(quarter -> quarter.won(territory))
                .sum();
    }

    private static Row row(Landscape land, Diagnosis diagnosis, Territory territory, boolean names) {
        Effect effect = diagnosis.rep(territory);
        String name = names ? territory.name() + ", " + territory.repName() : territory.name();
        String verdict = effect.clear()
                ? effect.value() > 0 ? "the rep adds to it" : "the rep takes from it"
                : "rep's part not told from chance";
        return Row.of(
                        territory.key(),
                        name,
                        territory.potential(),
                        won(land, territory),
                        diagnosis.expected(territory),
                        effect.value(),
                        effect.low(),
                        effect.high(),
                        verdict)
                .opening();
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return land.staffed(key).map(territory -> {
            var from = land.today().minusMonths(24).plusDays(1);
            return new Report(
                    territory.name(),
                    "Closed deals of two years behind its results.",
                    List.of(),
                    null,
                    List.of(DealRows.table(
                            "Closed deals",
                            territory.accounts().stream()
                                    .flatMap(entry ->
                                            entry.closed(from, land.today()).map(deal -> DealRows.row(entry, deal)))
                                    .toList())),
                    NOTES);
        });
    }
}
