package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import io.fairpatch.model.Opportunity;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which territories win more or less than their potential would have them, quarter by quarter. */
@Singleton
final class ResultReport implements ReportMaker {
    private static final About ABOUT = About.of(
            "results",
            "Results for equal potential",
            Group.PERFORMANCE,
            Choice.of("order", "Order", "territory", "result"));

    private static final int QUARTERS = 4;
    private static final int ENDS = 5;

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.of("potential", "Potential a year", Unit.MONEY),
            Column.of("won", "Won, 4 quarters", Unit.MONEY),
            Column.of(
                    "result",
                    "For equal potential",
                    Unit.RATIO,
                    "Won over potential, over the same of all; 1 is average"),
            Column.of("q1", "Last quarter", Unit.RATIO),
            Column.of("q2", "one before", Unit.RATIO),
            Column.of("q3", "two before", Unit.RATIO),
            Column.of("q4", "three before", Unit.RATIO),
            Column.text("end", "Top or bottom"),
            Column.text("verdict", "Verdict"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var results = Normalised.of(land, QUARTERS);
        var ranked = results.stream()
                .filter(result -> !Double.isNaN(result.mean()))
                .sorted(Comparator.comparingDouble(Normalised::mean)
                        .reversed()
                        .thenComparing(result -> result.territory().key()))
                .toList();
        var shown = settings.text("order").equals("result") ? ranked : results;
        long over = results.stream().filter(Normalised::over).count();
        long under = results.stream().filter(Normalised::under).count();
        return new Report(
                title(),
                Say.count(over, "territory wins", "territories win") + " more than the potential there would have it, "
                        + under + " less, three quarters in a row; the rest shows no clear sign.",
                List.of(),
                Chart.bars("For equal potential", "result").band(0.75, 1.25),
                List.of(new Table(
                                "Territories",
                                COLUMNS,
                                shown.stream()
                                        .map(result -> row(result, ranked).opening())
                                        .toList())
                        .orSay("No territory has an active rep.")),
                List.of(
                        "About territories, not people: whether a result comes from the territory or from the rep is in"
                                + " Territory or rep.",
                        "Over: at least 1.25 in each of the last three quarters; under: at most 0.75 in each. One noisy"
                                + " quarter is no sign.",
                        "Top and bottom five are by the mean of four quarters."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        var year = Quarters.last(land, QUARTERS);
        var from = year.get(year.size() - 1).from();
        return land.staffed(key)
                .map(territory -> new Report(
                        territory.name(),
                        "Won since " + from + ".",
                        List.of(),
                        null,
                        List.of(DealRows.table(
                                "Won deals",
                                territory.accounts().stream()
                                        .flatMap(entry -> entry.closed(from, land.today())
                                                .filter(Opportunity::won)
                                                .map(deal -> DealRows.row(entry, deal)))
                                        .toList())),
                        List.of("For equal potential = (won / potential) / (won of all / potential of all).")));
    }

    private static Row row(Normalised result, List<Normalised> ranked) {
        int rank = ranked.indexOf(result);
        String end = rank < 0
                ? ""
                : rank < ENDS && ranked.size() > ENDS
                        ? "top 5"
                        : rank >= ranked.size() - ENDS && ranked.size() > 2 * ENDS ? "bottom 5" : "";
        var cells = Stream.concat(
                        Stream.of(
                                Value.of(result.territory().name()),
                                Value.of(result.territory().potential()),
                                Value.of(result.wonCents()),
                                Value.of(result.mean())),
                        Stream.concat(
                                result.quarters().stream().map(Value::of),
                                Stream.of(Value.of(end), Value.of(result.verdict()))))
                .map(Objects::requireNonNull)
                .toArray();
        return Row.of(result.territory().key(), cells)
                .marked(result.under() ? Tone.WARN : result.over() ? Tone.GOOD : Tone.PLAIN);
    }
}
