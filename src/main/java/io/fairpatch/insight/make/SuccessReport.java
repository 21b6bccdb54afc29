package io.fairpatch.insight.make;

import io.fairpatch.config.CoverageModel;
import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expansion, churn, renewal and new business of each segment against the goals of its coverage model. */
@Singleton
final class SuccessReport implements ReportMaker {
    private static final About ABOUT = About.of("success", "Goals by segment", Group.PERFORMANCE);

    private static final List<Column> COLUMNS = List.of(
            Column.text("segment", "Segment"),
            Column.text("measure", "Measure"),
            Column.text("goal", "Goal"),
            Column.of("actual", "Last 12 months", Unit.SHARE),
            Column.text("verdict", "Verdict"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var rows = new ArrayList<Row>();
        for (CoverageModel model : land.coverage().coverageModels()) {
            if (!model.alternative()) {
                rows.addAll(rows(land, model));
            }
        }
        long missed = rows.stream().filter(row -> row.tone() == Tone.WARN).count();
        return new Report(
                title(),
                missed + " of " + Say.count(rows.size(), "goal is", "goals are") + " missed.",
                List.of(),
                null,
                List.of(new Table("Goals", COLUMNS, rows).orSay("coverage.yml has no models with goals.")),
                List.of(
                        "Expansion: amounts won from those who bought in the year before, over that year's, less one.",
                        "Churn: customers who bought in the year before and did not in the last one, over all who did;"
                                + " renewal is the rest. New business: share of won amounts from accounts that had never"
                                + " won before.",
                        "Worked out from won deals: where contracts are not deals in your org, read this with care."));
    }

    private static List<Row> rows(Landscape land, CoverageModel model) {
        var year = new Year(land, HeadCount.accounts(land, model));
        var goals = model.goals();
        var rows = new ArrayList<Row>();
        add(rows, model, "expansion", goals.expansion(), year.expansion(), true);
        add(rows, model, "churn", goals.churn(), year.churn(), false);
        add(rows, model, "renewal", goals.renewal(), year.renewal(), true);
        add(rows, model, "new business", goals.newBusiness(), year.newBusiness(), true);
        return rows;
    }

    private static void add(
            List<Row> rows, CoverageModel model, String measure, @Nullable Double goal, Value actual, boolean atLeast) {
        if (goal == null) {
            return;
        }
        Double number = actual.number();
        boolean met = number != null && (atLeast ? number >= goal : number < goal);
        rows.add(Row.of(
                        model.name() + " " + measure,
                        model.segment().words(),
                        measure,
                        (atLeast ? "at least " : "under ") + Say.percent(goal),
                        actual,
                        number == null ? "nothing to go by" : met ? "met" : "missed")
                .marked(number == null || met ? Tone.PLAIN : Tone.WARN)
                .opening());
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return land.coverage().coverageModels().stream()
                .filter(model -> !model.alternative() && key.startsWith(model.name() + " "))
                .findFirst()
                .map(model -> new Year(land, HeadCount.accounts(land, model)).report(key));
    }

    /** A segment's last year against the one before. */
    private static final class Year {
        private final Landscape land;
        private final List<Entry> entries;
        private final LocalDate start;
        private final LocalDate before;

        Year(Landscape land, List<Entry> entries) {
            this.land = land;
            this.entries = entries;
            start = land.today().minusMonths(12).plusDays(1);
            before = land.today().minusMonths(24).plusDays(1);
        }

        /** What was won from each account in the two years. */
        Report report(String title) {
            var rows = entries.stream()
                    .filter(entry -> then(entry) + now(entry) > 0)
                    .sorted(Comparator.comparingLong((Entry entry) -> then(entry) + now(entry))
                            .reversed()
                            .thenComparing(entry -> entry.account().id().value()))
                    .toList();
            var columns = List.of(
                    Column.text("account", "Account"),
                    Column.of("then", "Won the year before", Unit.MONEY),
                    Column.of("now", "Won in the last 12 months", Unit.MONEY));
            return new Report(
                    title,
                    Say.money(rows.stream().mapToLong(this::now).sum()) + " won in the last 12 months, "
                            + Say.money(rows.stream().mapToLong(this::then).sum()) + " the year before.",
                    List.of(),
                    null,
                    List.of(new Table(
                            AccountRows.shown("Accounts that bought", rows.size()),
                            columns,
                            rows.stream()
                                    .limit(AccountRows.MOST)
                                    .map(entry -> AccountRows.link(
                                            entry,
                                            Row.of(
                                                    entry.account().id().value(),
                                                    entry.account().name(),
                                                    then(entry),
                                                    now(entry))))
                                    .toList())),
                    List.of());
        }

        private long then(Entry entry) {
            return won(entry, before, start.minusDays(1));
        }

        private long now(Entry entry) {
            return won(entry, start, land.today());
        }

        private static long won(Entry entry, LocalDate from, LocalDate to) {
            return Entry.sum(entry.closed(from, to).filter(Opportunity::won));
        }

        private List<Entry> bought() {
            return entries.stream().filter(entry -> then(entry) > 0).toList();
        }

        Value expansion() {
            double then = bought().stream().mapToLong(this::then).sum();
            double now = bought().stream().mapToLong(this::now).sum();
            return then == 0 ? Value.NONE : Value.of(now / then - 1);
        }

        Value churn() {
            long gone = bought().stream().filter(entry -> now(entry) == 0).count();
            return Value.share(gone, bought().size());
        }

        Value renewal() {
            Double churn = churn().number();
            return churn == null ? Value.NONE : Value.of(1 - churn);
        }

        Value newBusiness() {
            double all = entries.stream().mapToLong(this::now).sum();
            double fresh = entries.stream()
                    .filter(entry -> won(entry, LocalDate.EPOCH, start.minusDays(1)) == 0)
                    .mapToLong(this::now)
                    .sum();
            return Value.share(fresh, all);
        }
    }
}
