package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.model.Opportunity;
import io.fairpatch.score.CellEstimate;
import io.fairpatch.score.DealCells;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Win rates by up to three dimensions, each drawn towards the larger segment as far as it has few deals. */
@Singleton
final class WinRateTable implements ReportMaker {
    private static final About ABOUT = About.of(
            "win-rates",
            "Win rates",
            Group.ACCOUNTS,
            Choice.of("by", "By", "industry", DealDimension.others("industry")),
            Choice.of("then", "and by", "region", DealDimension.others("region", DealDimension.NONE)),
            Choice.of("third", "and by", DealDimension.NONE, DealDimension.others(DealDimension.NONE)),
            Choice.number("months", "Look-back, months", 24, 1, 120));

    private static final List<Column> COLUMNS = List.of(
            Column.text("segment", "Segment"),
            Column.of("deals", "Closed deals", Unit.COUNT),
            Column.of("wins", "Won", Unit.COUNT),
            Column.of("raw", "Raw rate", Unit.SHARE, "Won over closed"),
            Column.of("rate", "Win rate", Unit.SHARE, "Own rate x own weight + the larger segment's x the rest"),
            Column.of("low", "at least", Unit.SHARE, "5th percentile: 90 % lies between this and the next"),
            Column.of("high", "at most", Unit.SHARE, "95th percentile"),
            Column.of("own", "Own weight", Unit.SHARE, "Share of the estimate from the segment's own deals"),
            Column.of("contract", "Won value", Unit.MONEY, "Mean won amount, log-normal, drawn to the larger segment"),
            Column.text("trust", "Trust"));

    private static final List<String> NOTES = List.of(
            "Hierarchical empirical Bayes: rates of segments vary around those of the larger segment by a beta"
                    + " distribution; how much comes from the data by the method of moments.",
            "The interval includes the doubt about the larger segment's rate and about that distribution.");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var dimensions = dimensions(settings);
        var cells = cells(land, settings, dimensions);
        int trusted = land.scoring().potential().trustedDeals();
        var rows = cells.stream()
                .filter(cell -> cell.path().size() == dimensions.size())
                .sorted(Comparator.comparingLong(CellEstimate::deals)
                        .reversed()
                        .thenComparing(cell -> String.join(" / ", cell.path())))
                .map(cell -> row(cell, cells, trusted))
                .toList();
        CellEstimate whole = cells.get(0);
        long thin = rows.stream().filter(row -> row.tone() == Tone.WARN).count();
        String names =
                String.join(" x ", dimensions.stream().map(DealDimension::words).toList());
        return new Report(
                title(),
                whole.deals() == 0
                        ? "No deal was closed in the last " + settings.whole("months") + " months: a win rate of "
                                + Say.percent1(whole.rate().mean()) + " is assumed."
                        : Say.percent1(whole.rate().mean()) + " of "
                                + Say.count(whole.deals(), "closed deal", "closed deals") + " of the last "
                                + settings.whole("months") + " months were won; " + thin + " of "
                                + Say.count(rows.size(), "segment", "segments") + " by " + names + " have fewer than "
                                + trusted + " and lean on a larger one.",
                List.of(
                        Figure.of("Closed deals", Unit.COUNT, whole.deals(), "Closed in the look-back, won or lost"),
                        Figure.of("Won", Unit.COUNT, whole.wins(), "Of these, won"),
                        Figure.of("Win rate", Unit.SHARE, whole.rawRate(), "Won over closed")),
                Chart.intervals("Win rate with its 90 % interval", "rate", "low", "high"),
                List.of(new Table("Segments", COLUMNS, rows).orSay("No deal was closed in the look-back.")),
                notes(dimensions, cells));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        var dimensions = dimensions(settings);
        var deals = land.entries().stream()
                .flatMap(entry -> deals(land, settings, entry)
                        .filter(deal -> path(land, dimensions, entry, deal).equals(List.of(key.split(" / ", -1))))
                        .map(deal -> DealRows.row(entry, deal)))
                .toList();
        if (deals.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Report(
                key,
                Say.count(deals.size(), "closed deal", "closed deals") + " behind this rate.",
                List.of(),
                null,
                List.of(DealRows.table("Closed deals", deals)),
                List.of("Raw rate = won / closed. The estimate draws it towards the larger segment.")));
    }

    private static List<DealDimension> dimensions(Settings settings) {
        return Stream.of("by", "then", "third")
                .map(settings::text)
                .filter(key -> !key.equals(DealDimension.NONE))
                .distinct()
                .map(DealDimension::of)
                .toList();
    }

    private static Stream<Opportunity> deals(Landscape land, Settings settings, Entry entry) {
        return entry.closed(land.today().minusMonths(settings.whole("months")).plusDays(1), land.today());
    }

    private static List<String> path(Landscape land, List<DealDimension> dimensions, Entry entry, Opportunity deal) {
        return dimensions.stream()
                .map(dimension -> dimension.of(land, entry, deal))
                .toList();
    }

    private static List<CellEstimate> cells(Landscape land, Settings settings, List<DealDimension> dimensions) {
        var cells = new DealCells();
        for (Entry entry : land.entries()) {
            deals(land, settings, entry)
                    .forEach(deal ->
                            cells.add(cells.cell(path(land, dimensions, entry, deal)), deal.won(), deal.amountCents()));
        }
        return cells.estimates();
    }

    /** Also what to do about a dimension of which nothing is known. */
    private static List<String> notes(List<DealDimension> dimensions, List<CellEstimate> cells) {
        var remedies = IntStream.range(0, dimensions.size())
                .filter(at -> cells.stream()
                        .filter(cell -> cell.path().size() > at)
                        .allMatch(cell -> cell.path().get(at).equals(DealDimension.UNKNOWN)))
                .mapToObj(dimensions::get)
                .filter(dimension -> cells.size() > 1 && !dimension.remedy().isEmpty())
                .map(dimension ->
                        "The " + dimension.words() + " of these deals is unknown: " + dimension.remedy() + ".");
        return Stream.concat(remedies, NOTES.stream()).toList();
    }

    private static Row row(CellEstimate cell, List<CellEstimate> all, int trusted) {
        String name = String.join(" / ", cell.path());
        CellEstimate parent = cell.parent() < 0 ? cell : all.get(cell.parent());
        boolean thin = cell.thin(trusted);
        String larger = parent.path().isEmpty() ? "all deals" : String.join(" / ", parent.path());
        String trust = thin
                ? "thin: leans " + Say.percent(1 - cell.rate().ownShare()) + " on " + larger + " ("
                        + Say.count(parent.deals(), "deal", "deals") + ")"
                : "enough deals";
        return Row.of(
                        name,
                        name,
                        cell.deals(),
                        cell.wins(),
                        cell.rawRate(),
                        cell.rate().mean(),
                        cell.rate().low(),
                        cell.rate().high(),
                        cell.rate().ownShare(),
                        cell.wonCents() == 0 ? null : cell.wonCents(),
                        trust)
                .marked(thin ? Tone.WARN : Tone.PLAIN)
                .opening();
    }
}
