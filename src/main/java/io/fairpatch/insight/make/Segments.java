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
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import io.fairpatch.model.Opportunity;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The market by segments: how many, how much, how large a contract, how fast it grows, who should sell there. */
@Singleton
final class Segments implements ReportMaker {
    private static final About ABOUT = About.of(
            "segments",
            "Market by segment",
            Group.ACCOUNTS,
            Choice.of("by", "By", "size", Dimension.others("size")),
            Choice.of("then", "and by", Dimension.NONE, Dimension.others(Dimension.NONE)));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var groups = Dimension.groups(land, settings);
        var rows = groups.entrySet().stream()
                .map(group -> row(land, group.getKey(), group.getValue()).opening())
                .sorted(Comparator.comparingDouble((Row row) -> -potential(row)).thenComparing(Row::key))
                .toList();
        var table = new Table("Segments", COLUMNS, rows).with(row(land, "All", land.entries()));
        String first = rows.isEmpty() ? "nothing" : rows.get(0).key();
        double share = rows.isEmpty() ? 0 : potential(rows.get(0)) / Math.max(1, total(land.entries()));
        return new Report(
                title(),
                Say.count(rows.size(), "segment", "segments") + "; " + first + " holds " + Say.percent(share) + " of "
                        + Say.money(total(land.entries())) + " potential a year.",
                List.of(Figure.of(
                        "Potential a year", Unit.MONEY, total(land.entries()), "Sum over all scored accounts")),
                Chart.bars("Potential a year", "potential"),
                List.of(table),
                List.of(
                        "Company size goes by the company's own revenue; value band by what it spends with you.",
                        "Role: the one recommended for most of the segment's potential."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return Optional.ofNullable(Dimension.groups(land, settings).get(key))
                .map(entries -> AccountRows.report(
                        key,
                        Say.accounts(entries.size()) + ", potential " + Say.money(total(entries)) + " a year.",
                        entries,
                        List.of("Potential of a segment is the sum of its accounts' potentials.")));
    }

    private static final List<Column> COLUMNS = List.of(
            Column.text("segment", "Segment"),
            Column.of("accounts", "Accounts", Unit.COUNT),
            Column.of("customers", "Customers", Unit.COUNT),
            Column.of("potential", "Potential a year", Unit.MONEY, "Sum of the accounts' potentials"),
            Column.of(
                    "contract",
                    "Average contract",
                    Unit.MONEY,
                    "Mean amount of deals won in the window that have an amount"),
            Column.of("growth", "Growth", Unit.SHARE, "Mean yearly growth of the accounts where it is known"),
            Column.of("cycle", "Cycle, days", Unit.DAYS, "Mean days from created to closed of won deals"),
            Column.text("role", "Role"),
            Column.of("unheld", "Without active rep", Unit.COUNT));

    private static Row row(Landscape land, String name, List<Entry> entries) {
        var from = land.today()
                .minusMonths(land.scoring().potential().windowMonths())
                .plusDays(1);
        var won = entries.stream()
                .flatMap(entry -> entry.closed(from, land.today()))
                .filter(Opportunity::won)
                .toList();
        return Row.of(
                name,
                name,
                entries.size(),
                entries.stream().filter(entry -> entry.score().customer()).count(),
                total(entries),
                Stats.mean(won.stream()
                        .map(Opportunity::amountCents)
                        .filter(Objects::nonNull)
                        .mapToDouble(Long::doubleValue)
                        .toArray()),
                Stats.mean(entries.stream()
                        .map(entry -> entry.profile().growthShare())
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .toArray()),
                Stats.mean(Stats.cycleDays(won)),
                role(entries),
                entries.stream().filter(entry -> !entry.held()).count());
    }

    private static String role(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.profile().play().role(), TreeMap::new, Collectors.summingLong(Entry::potential)))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static double potential(Row row) {
        Value value = row.cells().get(3);
        return value.number() == null ? 0 : value.number();
    }

    private static long total(List<Entry> entries) {
        return entries.stream().mapToLong(Entry::potential).sum();
    }
}
