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
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import io.fairpatch.model.Opportunity;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to each territory since it was assigned: wins, losses, and what that did to its potential. */
@Singleton
final class DriftReport implements ReportMaker {
    private static final About ABOUT = About.of("drift", "Drift since the plan", Group.PERFORMANCE);

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.of("since", "Since", Unit.DATE),
            Column.of("won", "Deals won", Unit.COUNT),
            Column.of("lost", "Deals lost", Unit.COUNT),
            Column.of("wonAmount", "Won", Unit.MONEY),
            Column.of("lostAmount", "Lost", Unit.MONEY),
            Column.of("net", "Won less lost", Unit.MONEY),
            Column.of("scoreChange", "Mean change of score", Unit.NUMBER, "Score now less the score written then"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var written = land.territories().stream().filter(Territory::written).toList();
        var rows = written.stream()
                .filter(territory -> since(territory) != null)
                .map(territory -> row(land, territory).opening())
                .toList();
        long won = rows.stream().mapToLong(row -> whole(row, 2)).sum();
        long lost = rows.stream().mapToLong(row -> whole(row, 3)).sum();
        return new Report(
                title(),
                rows.isEmpty()
                        ? "No territory was written yet, so there is no plan to drift from."
                        : "Since the territories were assigned, " + Say.count(won, "deal was", "deals were")
                                + " won and " + lost + " lost.",
                List.of(),
                Chart.bars("Won less lost", "net"),
                List.of(new Table("Territories", COLUMNS, rows)
                        .orSay("After the first commit this shows what changed since.")),
                List.of(
                        "Since: the newest assigned date of the territory's accounts. Counted are deals closed after the"
                                + " account's own assigned date."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return land.territories().stream()
                .filter(territory -> territory.written() && territory.key().equals(key))
                .findFirst()
                .map(territory -> new Report(
                        territory.name(),
                        "Deals closed since the accounts were assigned.",
                        List.of(),
                        null,
                        List.of(DealRows.table(
                                "Deals",
                                territory.accounts().stream()
                                        .flatMap(entry -> closed(land, entry).map(deal -> DealRows.row(entry, deal)))
                                        .toList())),
                        List.of()));
    }

    private static @Nullable LocalDate since(Territory territory) {
        return territory.accounts().stream()
                .map(entry -> entry.account().territory().assignedDate())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static Stream<Opportunity> closed(Landscape land, Entry entry) {
        LocalDate assigned = entry.account().territory().assignedDate();
        return assigned == null ? Stream.empty() : entry.closed(assigned.plusDays(1), land.today());
    }

    private static Row row(Landscape land, Territory territory) {
        var deals = territory.accounts().stream()
                .flatMap(entry -> closed(land, entry))
                .toList();
        long won = Entry.sum(deals.stream().filter(Opportunity::won));
        long lost = Entry.sum(deals.stream().filter(deal -> !deal.won()));
        return Row.of(
                territory.key(),
                territory.name(),
                Value.of(since(territory)),
                deals.stream().filter(Opportunity::won).count(),
                deals.stream().filter(deal -> !deal.won()).count(),
                won,
                lost,
                won - lost,
                Stats.mean(territory.accounts().stream()
                        .filter(entry -> entry.account().territory().score() != null)
                        .mapToDouble(entry -> entry.score().score()
                                - Objects.requireNonNull(
                                        entry.account().territory().score()))
                        .toArray()));
    }

    private static long whole(Row row, int at) {
        Double number = row.cells().get(at).number();
        return number == null ? 0 : Math.round(number);
    }
}
