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
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is not sold yet: prospects nobody works, and what customers could still buy. */
@Singleton
final class WhiteSpace implements ReportMaker {
    private static final About ABOUT = About.of(
            "white-space",
            "White space",
            Group.ACCOUNTS,
            Choice.of("by", "By", "industry", Dimension.others("industry")),
            Choice.of("then", "and by", Dimension.NONE, Dimension.others(Dimension.NONE)));

    private static final double UNTAPPED = 0.10;

    private static final List<Column> COLUMNS = List.of(
            Column.text("segment", "Segment"),
            Column.of("accounts", "Accounts", Unit.COUNT),
            Column.of("penetration", "Customers", Unit.SHARE, "Customers over accounts"),
            Column.of("idle", "Prospects without open deal", Unit.COUNT),
            Column.of("new", "New business", Unit.MONEY, "Potential of prospects without an open deal"),
            Column.of("expansion", "Unsold expansion", Unit.MONEY, "Customers' expansion x win probability"),
            Column.of("all", "White space", Unit.MONEY, "New business + unsold expansion"),
            Column.text("verdict", "Verdict"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var rows = Dimension.groups(land, settings).entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue()).opening())
                .sorted(Comparator.comparingDouble((Row row) -> -all(row)).thenComparing(Row::key))
                .toList();
        var total = row("All", land.entries());
        var untapped = rows.stream().filter(row -> row.tone() == Tone.WARN).count();
        return new Report(
                title(),
                Say.money(all(total)) + " a year is not sold yet; " + untapped + " of "
                        + Say.count(rows.size(), "segment is", "segments are") + " untapped.",
                List.of(),
                Chart.bars("White space", "all"),
                List.of(new Table("Segments", COLUMNS, rows).with(total)),
                List.of(
                        "Untapped: under 10 % of a segment's accounts are customers.",
                        "Expansion is the field of the account, or what look-alikes spend beyond it; by product: see White space"
                                + " by product."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return Optional.ofNullable(Dimension.groups(land, settings).get(key)).map(entries -> {
            var rows = entries.stream()
                    .filter(entry -> space(entry) > 0)
                    .sorted(Comparator.comparingLong(WhiteSpace::space)
                            .reversed()
                            .thenComparing(entry -> entry.account().id().value()))
                    .limit(AccountRows.MOST)
                    .map(entry -> AccountRows.link(
                            entry,
                            Row.of(
                                    entry.account().id().value(),
                                    entry.account().name(),
                                    entry.score().customer() ? "expansion" : "new business",
                                    space(entry),
                                    entry.profile().play().role())))
                    .toList();
            var columns = List.of(
                    Column.text("account", "Account"),
                    Column.text("opening", "Opening"),
                    Column.of("space", "Not sold yet", Unit.MONEY),
                    Column.text("role", "Role"));
            return new Report(
                    key,
                    Say.money(entries.stream().mapToLong(WhiteSpace::space).sum()) + " a year not sold yet.",
                    List.of(),
                    null,
                    List.of(new Table("Openings", columns, rows)),
                    List.of());
        });
    }

    /** Cents a year: of a prospect without an open deal all, of a customer what is beyond its revenue. */
    static long space(Entry entry) {
        if (entry.score().customer()) {
            return Math.max(0, entry.potential() - entry.profile().currentCents());
        }
        return entry.open().findAny().isPresent() ? 0 : entry.potential();
    }

    private static Row row(String name, List<Entry> entries) {
        long customers =
                entries.stream().filter(entry -> entry.score().customer()).count();
        long fresh = sum(entries, false);
        long more = sum(entries, true);
        boolean untapped = customers < UNTAPPED * entries.size();
        return Row.of(
                        name,
                        name,
                        entries.size(),
                        Value.share(customers, entries.size()),
                        entries.stream()
                                .filter(entry -> !entry.score().customer()
                                        && entry.open().findAny().isEmpty())
                                .count(),
                        fresh,
                        more,
                        fresh + more,
                        untapped ? "untapped" : more > fresh ? "expand" : "win new")
                .marked(untapped ? Tone.WARN : Tone.PLAIN);
    }

    private static long sum(List<Entry> entries, boolean customers) {
        return entries.stream()
                .filter(entry -> entry.score().customer() == customers)
                .mapToLong(WhiteSpace::space)
                .sum();
    }

    private static double all(Row row) {
        Double number = row.cells().get(6).number();
        return number == null ? 0 : number;
    }
}
