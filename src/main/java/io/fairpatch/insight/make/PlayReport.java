package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.model.GrowthBand;
import io.fairpatch.model.Play;
import io.fairpatch.model.ValueBand;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nine cells of value and growth: who should cover the accounts there, and how. */
@Singleton
final class PlayReport implements ReportMaker {
    private static final About ABOUT = About.of("plays", "Who should cover what", Group.ACCOUNTS);

    private static final List<Column> COLUMNS = List.of(
            Column.text("cell", "Value and growth"),
            Column.text("role", "Role"),
            Column.text("strategy", "Strategy"),
            Column.text("agent", "Carried by"),
            Column.of("accounts", "Accounts", Unit.COUNT),
            Column.of("potential", "Potential a year", Unit.MONEY),
            Column.of(
                    "elsewhere", "with another role now", Unit.COUNT, "Rep's role is known and is not the one shown"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var matrix = land.scoring().segments().matrix();
        var rows = new ArrayList<Row>();
        for (var value : ValueBand.values()) {
            for (var growth : GrowthBand.values()) {
                rows.add(row(land, matrix, value, growth).opening());
            }
        }
        long team = land.entries().stream()
                .filter(entry -> entry.profile().play().agent() != Play.Agent.REP)
                .count();
        long rescued = land.entries().stream().filter(PlayReport::rescued).count();
        return new Report(
                title(),
                Say.count(land.entries().size() - team, "account belongs", "accounts belong") + " with a rep, "
                        + Say.accounts(team) + " with customer success or automation.",
                List.of(),
                Chart.bars("Accounts", "accounts"),
                List.of(new Table("Plays", COLUMNS, rows)),
                List.of(
                        "Value: what a customer spends a year; a prospect's potential. Growth: of staff, else of what it"
                                + " buys; unknown counts as steady.",
                        Say.accounts(rescued)
                                + " of these go to customer success whatever their growth: enterprise, high"
                                + " churn risk, little expansion."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        for (var value : ValueBand.values()) {
            for (var growth : GrowthBand.values()) {
                if (key.equals(key(value, growth))) {
                    var entries = entries(land, value, growth);
                    return Optional.of(AccountRows.report(
                            words(value, growth), Say.accounts(entries.size()) + " here.", entries, List.of()));
                }
            }
        }
        return Optional.empty();
    }

    private static Row row(
            Landscape land, Map<ValueBand, Map<GrowthBand, Play>> matrix, ValueBand value, GrowthBand growth) {
        var entries = entries(land, value, growth);
        Play play = matrix.getOrDefault(value, Map.of()).getOrDefault(growth, new Play("", "", Play.Agent.REP));
        return Row.of(
                key(value, growth),
                words(value, growth),
                play.role(),
                play.strategy(),
                agent(play.agent()),
                entries.size(),
                entries.stream().mapToLong(Entry::potential).sum(),
                entries.stream().filter(PlayReport::elsewhere).count());
    }

    private static boolean elsewhere(Entry entry) {
        String role = entry.holder() == null ? null : entry.holder().role();
        return role != null && !role.equalsIgnoreCase(entry.profile().play().role());
    }

    static boolean rescued(Entry entry) {
        return entry.profile().play().agent() == Play.Agent.CUSTOMER_SUCCESS
                && entry.profile().growth() != GrowthBand.LOW;
    }

    private static String agent(Play.Agent agent) {
        return switch (agent) {
            case REP -> "a rep";
            case CUSTOMER_SUCCESS -> "a team: customer success";
            case AUTOMATION -> "automation";
        };
    }

    private static List<Entry> entries(Landscape land, ValueBand value, GrowthBand growth) {
        return land.entries().stream()
                .filter(entry ->
                        entry.profile().value() == value && entry.profile().growth() == growth)
                .toList();
    }

    private static String key(ValueBand value, GrowthBand growth) {
        return value + "-" + growth;
    }

    private static String words(ValueBand value, GrowthBand growth) {
        return value.words() + ", " + growth.words();
    }
}
