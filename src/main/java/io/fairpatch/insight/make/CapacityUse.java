package io.fairpatch.insight.make;

import io.fairpatch.config.CoverageConfig.Caps;
import io.fairpatch.config.CoverageConfig.Ramp;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
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
import io.fairpatch.model.Rep;
import io.fairpatch.model.Tier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How full each book is, in accounts by tier and in hours. */
@Singleton
final class CapacityUse implements ReportMaker {
    private static final About ABOUT = About.of(
            "capacity",
            "How full books are",
            Group.CAPACITY,
            Choice.of("preset", "Capacity preset", "configured", "by-tier", "typical", "deep", "by-ramp"));

    /** Under this share of the average load a book asks for more. */
    static final double LIGHT = 0.70;

    private static final Caps OPEN = new Caps(null, null, null, null);

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.text("role", "Role, stage"),
            Column.text("tier1", "Tier 1"),
            Column.text("tier2", "Tier 2"),
            Column.text("tier3", "Tier 3"),
            Column.text("total", "All"),
            Column.of("used", "Accounts used", Unit.SHARE, "Accounts over the cap of role and ramp stage"),
            Column.of("hours", "Hours a year", Unit.HOURS, "Visits, other work and travel, by coverage.yml"),
            Column.of("hoursUsed", "Hours used", Unit.SHARE, "Hours over working hours a year x capacity"),
            Column.of("load", "Load over average", Unit.SHARE, "Hours for each unit of capacity, over the team's mean"),
            Column.text("verdict", "Verdict"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var caps = caps(land, settings.text("preset"));
        var workload = new Workload(land);
        var staffed = land.staffed();
        double average = average(land, workload);
        var rows = staffed.stream()
                .map(territory -> row(land, workload, territory, caps, average).opening())
                .toList();
        long over = rows.stream().filter(row -> row.tone() == Tone.BAD).count();
        long light = rows.stream().filter(row -> row.tone() == Tone.WARN).count();
        return new Report(
                title(),
                Say.count(over, "book is", "books are") + " over a cap, " + light + " of " + rows.size()
                        + " under 70 % of the average load.",
                List.of(),
                Chart.bars("Hours used", "hoursUsed").band(0, 1),
                List.of(new Table("Books", COLUMNS, rows).orSay("No territory has an active rep.")),
                List.of(
                        "Caps by role come from the preset, by ramp stage from coverage.yml; the smaller one holds.",
                        "A book under 70 % of the average load, after wins and losses, asks for adjustment. 500 accounts"
                                + " and more are too many unless the preset allows them."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        var workload = new Workload(land);
        double average = average(land, workload);
        return WorkRows.open(
                land,
                key,
                territory -> List.of("Load over average = " + Say.number(workload.perCapacity(territory))
                        + " hours for each unit of capacity over the team's mean of " + Say.number(average)
                        + ". Hours used = " + Say.number(workload.hours(territory)) + " of "
                        + Say.number(workload.available(territory)) + " working hours."));
    }

    /** Hours for each unit of capacity, the mean of staffed territories; 0 when there is none. */
    static double average(Landscape land, Workload workload) {
        return land.staffed().stream()
                .mapToDouble(workload::perCapacity)
                .average()
                .orElse(0);
    }

    private static Map<String, Caps> caps(Landscape land, String preset) {
        String name = preset.equals("configured") ? land.coverage().preset() : preset;
        var chosen = land.coverage().presets().get(name);
        return chosen == null ? Map.of() : chosen.roles();
    }

    private static Row row(
            Landscape land, Workload workload, Territory territory, Map<String, Caps> roles, double average) {
        Rep rep =
                land.rep(territory.rep() == null ? null : territory.rep().id()).orElse(null);
        String role = rep == null || rep.role() == null ? "" : rep.role();
        Caps caps = roles.getOrDefault(role, OPEN);
        Integer stage = stage(land, rep);
        Integer total = least(caps.total(), stage);
        double load = average == 0 ? 1 : workload.perCapacity(territory) / average;
        String verdict = verdict(territory, caps, total, load);
        Value hoursUsed = Value.share(workload.hours(territory), workload.available(territory));
        return Row.of(
                        territory.key(),
                        territory.name(),
                        territory.repName(),
                        stageWords(role, rep),
                        part(territory.inTier(Tier.ONE), caps.tier1()),
                        part(territory.inTier(Tier.TWO), caps.tier2()),
                        part(territory.inTier(Tier.THREE), caps.tier3()),
                        part(territory.accounts().size(), total),
                        total == null
                                ? Value.NONE
                                : Value.share(territory.accounts().size(), total),
                        workload.hours(territory),
                        hoursUsed,
                        load,
                        verdict)
                .marked(
                        verdict.startsWith("over") || verdict.equals("too large")
                                ? Tone.BAD
                                : light(load) ? Tone.WARN : Tone.PLAIN);
    }

    /** Exactly 70 % of the average is not light. */
    static boolean light(double loadOverAverage) {
        return loadOverAverage < LIGHT - 1e-12;
    }

    private static String verdict(Territory territory, Caps caps, @Nullable Integer total, double load) {
        if (over(territory.inTier(Tier.ONE), caps.tier1())) {
            return "over the cap of tier 1";
        }
        if (over(territory.inTier(Tier.TWO), caps.tier2())) {
            return "over the cap of tier 2";
        }
        if (over(territory.inTier(Tier.THREE), caps.tier3())) {
            return "over the cap of tier 3";
        }
        if (over(territory.accounts().size(), total)) {
            return "over the cap of " + total;
        }
        if (tooLarge(territory.accounts().size(), total)) {
            return "too large";
        }
        return light(load) ? "under 70 % of average" : "fits";
    }

    /** 500 accounts and more, unless a cap allows as many. */
    static boolean tooLarge(int accounts, @Nullable Integer cap) {
        return accounts >= 500 && (cap == null || cap < accounts);
    }

    private static boolean over(long count, @Nullable Integer cap) {
        return cap != null && count > cap;
    }

    private static @Nullable Integer stage(Landscape land, @Nullable Rep rep) {
        Ramp ramp =
                rep == null ? null : land.coverage().ramp().get(rep.rampStage().name());
        return ramp == null ? null : ramp.maxAccounts();
    }

    private static @Nullable Integer least(@Nullable Integer one, @Nullable Integer other) {
        return one == null ? other : other == null ? one : (Integer) Math.min(one, other);
    }

    private static String part(long count, @Nullable Integer cap) {
        return cap == null ? Long.toString(count) : count + " of " + cap;
    }

    private static String stageWords(String role, @Nullable Rep rep) {
        String stage = rep == null ? "" : rep.rampStage().name().toLowerCase(Locale.ROOT);
        return role.isEmpty() ? stage : role + ", " + stage;
    }
}
