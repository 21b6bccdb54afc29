package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** High potential where results lag, with a territory that could take it. Advice for a review, not a move. */
@Singleton
final class StrugglingReport implements ReportMaker {
    private static final About ABOUT = About.of("at-risk-potential", "Potential where results lag", Group.PERFORMANCE);

    private static final int EACH = 5;

    private static final List<Column> COLUMNS = List.of(
            Column.text("account", "Account"),
            Column.text("territory", "Territory"),
            Column.of("potential", "Potential a year", Unit.MONEY),
            Column.text("status", "Coverage"),
            Column.text("to", "Could go to"),
            Column.text("why", "Why"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var results = Normalised.of(land, Quarters.NEEDED);
        var fairness = Fairness.of(Rollup.of(land, Settings.of(List.of(Rollup.BY), Map.of())));
        var rows = new ArrayList<Row>();
        for (Normalised result : results.stream().filter(Normalised::under).toList()) {
            result.territory().accounts().stream()
                    .sorted(Entry.RICHEST_FIRST)
                    .limit(EACH)
                    .forEach(entry -> rows.add(row(land, entry, result.territory(), taker(results, entry, fairness))));
        }
        long behind = results.stream().filter(Normalised::under).count();
        return new Report(
                title(),
                behind == 0
                        ? "No territory lags three quarters in a row."
                        : Say.count(behind, "territory lags", "territories lag") + " three quarters in a row; "
                                + Say.accounts(rows.size()) + " with the most potential there could use help.",
                List.of(),
                null,
                List.of(new Table("Accounts", COLUMNS, rows).orSay("Nothing to suggest.")),
                List.of(
                        "Lags: at most 0.75 for equal potential in each of the last three quarters. Listed are the five"
                                + " accounts with most potential there.",
                        "Could go to: the territory of the same region with room under its target that does not lag. A"
                                + " suggestion for a review; nothing is moved."));
    }

    /** The one with most room under its target in the account's region, that does not lag itself. */
    private static Optional<Normalised> taker(List<Normalised> results, Entry entry, Fairness fairness) {
        return results.stream()
                .filter(result -> !result.under())
                .filter(result -> result.territory().accounts().stream()
                        .anyMatch(other ->
                                other.profile().region().equals(entry.profile().region())))
                .filter(result -> room(result, fairness) >= entry.potential())
                .max(Comparator.comparingDouble((Normalised result) -> room(result, fairness))
                        .thenComparing(result -> result.territory().key()));
    }

    private static double room(Normalised result, Fairness fairness) {
        double target = fairness.potential() / Math.max(1e-9, fairness.capacity());
        return target - result.territory().potential();
    }

    private static Row row(Landscape land, Entry entry, Territory territory, Optional<Normalised> taker) {
        return AccountRows.link(
                entry,
                Row.of(
                        entry.account().id().value(),
                        entry.account().name(),
                        territory.name(),
                        entry.potential(),
                        CoverageStatus.of(entry, land.today()).words(),
                        taker.map(result -> result.territory().name()).orElse("nobody has room"),
                        taker.map(result -> "same region, under its target, " + Say.ratio(result.mean())
                                        + " for equal potential")
                                .orElse("keep it and help the rep")));
    }
}
