package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Whether the open pipeline is enough for the quota, and how it stands to the potential. */
@Singleton
final class PipelineReport implements ReportMaker {
    private static final About ABOUT = About.of("pipeline", "Pipeline coverage", Group.CAPACITY);

    /** A pipeline to potential ratio beyond this many times the median, or below one over it, is an outlier. */
    private static final double OUTLIER = 2;

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.of("quota", "Quota", Unit.MONEY),
            Column.of("won", "Won, 12 months", Unit.MONEY),
            Column.of("left", "Still needed", Unit.MONEY, "Quota less won, if positive"),
            Column.of("rate", "Win rate", Unit.SHARE, "Of the accounts' segments, weighted by potential"),
            Column.of("needed", "Needed coverage", Unit.RATIO, "1 over win rate: pipeline for each unit still needed"),
            Column.of("open", "Open pipeline", Unit.MONEY, "Amounts of open deals"),
            Column.of("have", "Coverage there", Unit.RATIO, "Open pipeline over still needed"),
            Column.of("ratio", "Pipeline to potential", Unit.SHARE, "Open pipeline over attainable potential"),
            Column.text("verdict", "Verdict"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var staffed = land.staffed();
        double median = Stats.median(staffed.stream()
                .filter(territory -> territory.potential() > 0)
                .mapToDouble(territory -> (double) open(territory) / territory.potential())
                .toArray());
        var rows = staffed.stream()
                .map(territory -> row(land, territory, median).opening())
                .toList();
        long shortOf = rows.stream().filter(row -> row.tone() == Tone.BAD).count();
        long outliers = rows.stream().filter(row -> row.tone() == Tone.WARN).count();
        return new Report(
                title(),
                Say.count(shortOf, "territory has", "territories have") + " too little pipeline for the quota; "
                        + outliers + " stand out by pipeline to potential.",
                List.of(),
                Chart.bars("Pipeline to potential", "ratio"),
                List.of(new Table("Territories", COLUMNS, rows).orSay("No territory has an active rep.")),
                List.of(
                        "Needed coverage = 1 / win rate: at 25 % four times what is still needed.",
                        "Outlier: pipeline to potential more than twice the median, or less than half of it."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return land.staffed(key)
                .map(territory -> new Report(
                        territory.name(),
                        "Open deals of " + Say.money(open(territory)) + ".",
                        List.of(),
                        null,
                        List.of(DealRows.table(
                                "Open deals",
                                territory.accounts().stream()
                                        .flatMap(entry -> entry.open().map(deal -> DealRows.row(entry, deal)))
                                        .toList())),
                        List.of()));
    }

    private static long open(Territory territory) {
        return Entry.sum(territory.accounts().stream().flatMap(Entry::open));
    }

    /** Win probability of a typical unit of potential there. */
    static double rate(List<Entry> entries) {
        double weight = entries.stream().mapToDouble(Entry::potential).sum();
        return weight == 0
                ? 0
                : entries.stream()
                                .mapToDouble(entry ->
                                        entry.potential() * entry.score().winProbability())
                                .sum()
                        / weight;
    }

    private static Row row(Landscape land, Territory territory, double median) {
        Long quota = QuotaReport.quota(territory);
        long won = QuotaReport.won(land, territory);
        long open = open(territory);
        double rate = rate(territory.accounts());
        double left = quota == null ? Double.NaN : Math.max(0, quota - won);
        double needed = rate == 0 ? Double.NaN : 1 / rate;
        double ratio = territory.potential() == 0 ? Double.NaN : (double) open / territory.potential();
        boolean lacking = left > 0 && open < left * needed;
        boolean outlier = median > 0 && (ratio > OUTLIER * median || ratio < median / OUTLIER);
        return Row.of(
                        territory.key(),
                        territory.name(),
                        territory.repName(),
                        quota,
                        won,
                        Value.of(left),
                        rate,
                        Value.of(needed),
                        open,
                        left > 0 ? Value.of(open / left) : Value.NONE,
                        Value.of(ratio),
                        lacking ? "too little pipeline" : outlier ? "outlier" : quota == null ? "no quota" : "enough")
                .marked(lacking ? Tone.BAD : outlier ? Tone.WARN : Tone.PLAIN);
    }
}
