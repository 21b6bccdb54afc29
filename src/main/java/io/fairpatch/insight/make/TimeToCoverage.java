package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
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
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How long an account waits for its first touch after it was assigned. */
@Singleton
final class TimeToCoverage implements ReportMaker {
    private static final About ABOUT = About.of("time-to-coverage", "Time to coverage", Group.COVERAGE);

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.of("assigned", "Assigned in 12 months", Unit.COUNT),
            Column.of("touched", "Touched since", Unit.COUNT),
            Column.of("median", "Median days to first touch", Unit.DAYS),
            Column.of("waiting", "Still waiting", Unit.COUNT),
            Column.of("surging", "of these surging", Unit.COUNT));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var assigned =
                land.entries().stream().filter(entry -> recently(land, entry)).toList();
        double median = median(land, assigned);
        long waiting = waiting(land, assigned);
        var rows = land.territories().stream()
                .filter(territory -> territory.accounts().stream().anyMatch(entry -> recently(land, entry)))
                .map(territory -> row(
                                land,
                                territory.key(),
                                territory.name(),
                                territory.accounts().stream()
                                        .filter(entry -> recently(land, entry))
                                        .toList())
                        .opening())
                .toList();
        return new Report(
                title(),
                assigned.isEmpty()
                        ? "No account was assigned in the last 12 months."
                        : (Double.isNaN(median)
                                        ? "No assigned account was touched yet"
                                        : "Assigned accounts wait " + Say.number(median)
                                                + " days for their first touch (median)")
                                + "; " + Say.accounts(waiting) + " of " + assigned.size()
                                + (waiting == 1 ? " still waits." : " still wait."),
                List.of(Figure.of(
                        "Median days", Unit.DAYS, median, "From the assigned day to the first touch after it")),
                Chart.bars("Median days to first touch", "median"),
                List.of(new Table("Territories", COLUMNS, rows).orSay("After the first commit this fills.")),
                List.of(
                        "The event is the assigned day written on the account; the first task or event on or after it counts.",
                        "A surge has no day of its own: surging accounts that still wait are counted apart."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return land.territories().stream()
                .filter(territory -> territory.key().equals(key))
                .findFirst()
                .map(territory -> new Report(
                        territory.name(),
                        "Accounts assigned in the last 12 months.",
                        List.of(),
                        null,
                        List.of(GapRows.table(
                                "Accounts",
                                land,
                                territory.accounts().stream()
                                        .filter(entry -> recently(land, entry))
                                        .toList())),
                        List.of()));
    }

    private static boolean recently(Landscape land, Entry entry) {
        LocalDate assigned = entry.account().territory().assignedDate();
        return assigned != null && assigned.isAfter(land.today().minusMonths(12)) && !assigned.isAfter(land.today());
    }

    /** Days from the assigned day to the first touch on or after it. */
    static OptionalLong days(Landscape land, Entry entry) {
        LocalDate assigned = entry.account().territory().assignedDate();
        if (assigned == null) {
            return OptionalLong.empty();
        }
        return land.touches(entry).stream()
                .filter(day -> !day.isBefore(assigned) && !day.isAfter(land.today()))
                .mapToLong(day -> ChronoUnit.DAYS.between(assigned, day))
                .min();
    }

    private static double median(Landscape land, List<Entry> entries) {
        return Stats.median(entries.stream()
                .map(entry -> days(land, entry))
                .filter(OptionalLong::isPresent)
                .mapToDouble(OptionalLong::getAsLong)
                .toArray());
    }

    private static long waiting(Landscape land, List<Entry> entries) {
        return entries.stream().filter(entry -> days(land, entry).isEmpty()).count();
    }

    private static Row row(Landscape land, String key, String name, List<Entry> assigned) {
        return Row.of(
                key,
                name,
                assigned.size(),
                assigned.size() - waiting(land, assigned),
                Value.of(median(land, assigned)),
                waiting(land, assigned),
                assigned.stream()
                        .filter(entry -> entry.profile().surging())
                        .filter(entry -> days(land, entry).isEmpty())
                        .count());
    }
}
