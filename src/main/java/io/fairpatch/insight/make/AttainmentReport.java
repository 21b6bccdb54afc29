package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
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
import io.fairpatch.insight.report.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How attainment spreads over territories: the distribution, not the mean. */
@Singleton
final class AttainmentReport implements ReportMaker {
    private static final About ABOUT = About.of("attainment", "Quota attainment", Group.PERFORMANCE);

    private static final double[] EDGES = {0, 0.5, 0.7, 0.9, 1.1, 1.4, Double.POSITIVE_INFINITY};
    private static final List<String> BINS =
            List.of("under 50 %", "50 to 70 %", "70 to 90 %", "90 to 110 %", "110 to 140 %", "140 % and more");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        double[] shares = land.staffed().stream()
                .map(territory -> attainment(land, territory))
                .filter(share -> !share.isNaN())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        var rows = IntStream.range(0, BINS.size())
                .mapToObj(bin -> bin(land, bin, shares.length).opening())
                .toList();
        return new Report(
                title(),
                sentence(shares),
                figures(shares),
                Chart.bars("Territories", "territories"),
                List.of(new Table(
                        "Distribution",
                        List.of(
                                Column.text("attainment", "Attainment"),
                                Column.of("territories", "Territories", Unit.COUNT),
                                Column.of("share", "Share", Unit.SHARE)),
                        rows)),
                List.of(
                        "Attainment = won in the last 12 months by the territory's accounts / the rep's yearly quota, of which"
                                + " each of several territories has a part by potential.",
                        "One at 140 % beside one at 50 % points at the map before it points at the people."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        int bin = BINS.indexOf(key);
        if (bin < 0) {
            return Optional.empty();
        }
        var columns = List.of(
                Column.text("territory", "Territory"),
                Column.of("attainment", "Attainment", Unit.SHARE),
                Column.of("won", "Won", Unit.MONEY),
                Column.of("quota", "Quota", Unit.MONEY),
                Column.of("potential", "Potential", Unit.MONEY));
        var rows = within(land, bin).stream()
                .map(territory -> Row.of(
                        territory.key(),
                        territory.name(),
                        attainment(land, territory),
                        QuotaReport.won(land, territory),
                        QuotaReport.quota(territory),
                        territory.potential()))
                .toList();
        return Optional.of(new Report(
                key,
                Say.count(rows.size(), "territory", "territories") + " with " + key + " of quota.",
                List.of(),
                null,
                List.of(new Table("Territories", columns, rows)),
                List.of()));
    }

    private static String sentence(double[] sorted) {
        if (sorted.length == 0) {
            return "No rep has a quota, so there is no attainment to show.";
        }
        long at = IntStream.range(0, sorted.length).filter(i -> sorted[i] >= 1).count();
        long spread = Math.round(100 * sorted[sorted.length - 1]) - Math.round(100 * sorted[0]);
        return "Attainment runs from " + Say.percent(sorted[0]) + " to " + Say.percent(sorted[sorted.length - 1])
                + ", a spread of " + Say.count(spread, "point", "points") + "; " + at + " of "
                + Say.count(sorted.length, "territory", "territories") + " made quota.";
    }

    private static List<Figure> figures(double[] sorted) {
        if (sorted.length == 0) {
            return List.of();
        }
        return List.of(
                Figure.of("Median", Unit.SHARE, Stats.median(sorted), "Half of the territories are below"),
                Figure.of("Standard deviation", Unit.SHARE, Stats.deviation(sorted), "Of the attainments"),
                Figure.of("Lowest", Unit.SHARE, sorted[0], "Least attainment"),
                Figure.of("Highest", Unit.SHARE, sorted[sorted.length - 1], "Most attainment"));
    }

    private static Row bin(Landscape land, int bin, int all) {
        int count = within(land, bin).size();
        return Row.of(BINS.get(bin), BINS.get(bin), count, Value.share(count, all));
    }

    private static List<Territory> within(Landscape land, int bin) {
        return land.staffed().stream()
                .filter(territory -> {
                    double share = attainment(land, territory);
                    return share >= EDGES[bin] && share < EDGES[bin + 1];
                })
                .toList();
    }

    private static Double attainment(Landscape land, Territory territory) {
        Long quota = QuotaReport.quota(territory);
        return quota == null || quota == 0 ? Double.NaN : (double) QuotaReport.won(land, territory) / quota;
    }
}
