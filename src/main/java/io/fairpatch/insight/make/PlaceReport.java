package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Coverage and potential by place and by industry: where both concentrate and where nobody goes. */
@Singleton
final class PlaceReport implements ReportMaker {
    private static final About ABOUT = About.of(
            "coverage-map", "Coverage by place", Group.COVERAGE, Choice.of("by", "By", "state", "region", "industry"));

    private static final List<Column> COLUMNS = List.of(
            Column.text("place", "Place"),
            Column.of("accounts", "Accounts", Unit.COUNT),
            Column.of("potential", "Potential a year", Unit.MONEY),
            Column.of("share", "of all potential", Unit.SHARE),
            Column.of("covered", "Potential covered", Unit.SHARE, "Of accounts with contact in the last 90 days"),
            Column.of("reps", "Active reps", Unit.COUNT, "Who hold accounts there"),
            Column.of("gap", "Potential not covered", Unit.MONEY));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        double all = land.entries().stream().mapToLong(Entry::potential).sum();
        var rows = groups(land, settings).entrySet().stream()
                .map(group -> row(land, group.getKey(), group.getValue(), all).opening())
                .sorted(Comparator.comparingDouble((Row row) -> -number(row, 2)).thenComparing(Row::key))
                .toList();
        double top = rows.stream().limit(3).mapToDouble(row -> number(row, 3)).sum();
        String names = rows.stream().limit(3).map(Row::key).collect(Collectors.joining(", "));
        return new Report(
                title(),
                rows.isEmpty()
                        ? "No account is scored yet."
                        : Say.percent(top) + " of the potential is in " + names + "; "
                                + Say.money(rows.stream()
                                        .mapToDouble(row -> number(row, 6))
                                        .sum())
                                + " a year had no contact in 90 days.",
                List.of(),
                Chart.bars("Potential a year", "potential"),
                List.of(new Table("Places", COLUMNS, rows).with(row(land, "All", land.entries(), all))),
                List.of("Covered: an active rep and contact in the last 90 days."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return Optional.ofNullable(groups(land, settings).get(key))
                .map(entries -> new Report(
                        key,
                        Say.accounts(entries.size()) + " there.",
                        List.of(),
                        null,
                        List.of(GapRows.table("Accounts", land, entries)),
                        List.of()));
    }

    private static Map<String, List<Entry>> groups(Landscape land, Settings settings) {
        return land.entries().stream()
                .collect(Collectors.groupingBy(
                        entry -> switch (settings.text("by")) {
                            case "region" -> Dimension.REGION.of(entry);
                            case "industry" -> Dimension.INDUSTRY.of(entry);
                            default -> state(entry);
                        },
                        TreeMap::new,
                        Collectors.toList()));
    }

    private static String state(Entry entry) {
        String state = entry.account().state();
        return state == null || state.isBlank() ? Dimension.REGION.of(entry) : state.strip();
    }

    private static Row row(Landscape land, String name, List<Entry> entries, double all) {
        double potential = entries.stream().mapToLong(Entry::potential).sum();
        double covered = entries.stream()
                .filter(entry -> switch (CoverageStatus.of(entry, land.today())) {
                    case ACTIVE, AT_RISK -> true;
                    case DORMANT, UNCOVERED -> false;
                })
                .mapToLong(Entry::potential)
                .sum();
        return Row.of(
                name,
                name,
                entries.size(),
                potential,
                Value.share(potential, all),
                Value.share(covered, potential),
                entries.stream()
                        .filter(Entry::held)
                        .map(AccountRows::holder)
                        .distinct()
                        .count(),
                potential - covered);
    }

    private static double number(Row row, int at) {
        Double number = row.cells().get(at).number();
        return number == null ? 0 : number;
    }
}
