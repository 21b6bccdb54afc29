package io.fairpatch.insight.make;

import io.fairpatch.config.CoverageConfig.Caps;
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
import io.fairpatch.model.Tier;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mix of tiers in each book against what its role should have. */
@Singleton
final class TierMix implements ReportMaker {
    private static final About ABOUT = About.of("tier-mix", "Tier mix", Group.CAPACITY);

    private static final double NOTABLE = 0.15;

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.text("target", "Target mix"),
            Column.text("mix", "Mix there"),
            Column.of("tier1", "Tier 1 off by", Unit.SHARE, "Share of tier 1 less its target"),
            Column.of("tier2", "Tier 2 off by", Unit.SHARE),
            Column.of("tier3", "Tier 3 off by", Unit.SHARE),
            Column.of("off", "Largest deviation", Unit.SHARE));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        double[] whole = mix(land.territories());
        var rows = land.staffed().stream()
                .map(territory -> row(land, territory, whole).opening())
                .toList();
        long off = rows.stream().filter(row -> row.tone() == Tone.WARN).count();
        return new Report(
                title(),
                Say.count(off, "book is", "books are") + " more than 15 points off the target mix of tiers, of "
                        + rows.size() + ".",
                List.of(),
                Chart.bars("Largest deviation", "off").band(0, NOTABLE),
                List.of(new Table("Books", COLUMNS, rows).orSay("No territory has an active rep.")),
                List.of("Target: the caps by tier of the rep's role in the preset by-tier (8, 20 and 50 of 78 for an"
                        + " Enterprise AE); the mix of all accounts where the role is unknown."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        double[] whole = mix(land.territories());
        return land.staffed(key)
                .map(territory -> AccountRows.report(
                        territory.name(),
                        "Tiers 1, 2 and 3 have " + territory.inTier(Tier.ONE) + ", " + territory.inTier(Tier.TWO)
                                + " and " + territory.inTier(Tier.THREE) + " accounts: "
                                + words(mix(List.of(territory))) + "; the target is "
                                + words(target(land, territory, whole)) + ".",
                        territory.accounts(),
                        List.of("Off by = share of the tier there less its target.")));
    }

    private static Row row(Landscape land, Territory territory, double[] whole) {
        double[] target = target(land, territory, whole);
        double[] there = mix(List.of(territory));
        double most = 0;
        for (int i = 0; i < target.length; i++) {
            most = Math.max(most, Math.abs(there[i] - target[i]));
        }
        return Row.of(
                        territory.key(),
                        territory.name(),
                        territory.repName(),
                        words(target),
                        words(there),
                        there[0] - target[0],
                        there[1] - target[1],
                        there[2] - target[2],
                        most)
                .marked(most > NOTABLE ? Tone.WARN : Tone.PLAIN);
    }

    private static double[] target(Landscape land, Territory territory, double[] whole) {
        var preset = land.coverage().presets().get("by-tier");
        String role = territory.rep() == null ? null : territory.rep().role();
        Caps caps = preset == null || role == null ? null : preset.roles().get(role);
        if (caps == null || caps.tier1() == null || caps.tier2() == null || caps.tier3() == null) {
            return whole;
        }
        double sum = caps.tier1() + caps.tier2() + caps.tier3();
        return new double[] {caps.tier1() / sum, caps.tier2() / sum, caps.tier3() / sum};
    }

    private static double[] mix(List<Territory> territories) {
        double all = Math.max(
                1,
                territories.stream()
                        .mapToInt(territory -> territory.accounts().size())
                        .sum());
        double[] mix = new double[Tier.values().length];
        for (Tier tier : Tier.values()) {
            mix[tier.ordinal()] = territories.stream()
                            .mapToLong(territory -> territory.inTier(tier))
                            .sum()
                    / all;
        }
        return mix;
    }

    private static String words(double[] mix) {
        return String.format(Locale.ROOT, "%.0f / %.0f / %.0f %%", 100 * mix[0], 100 * mix[1], 100 * mix[2]);
    }
}
