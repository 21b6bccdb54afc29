package io.fairpatch.insight.make;

import io.fairpatch.config.ScoringConfig;
import io.fairpatch.config.SegmentRules;
import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.model.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules by which accounts are sorted: fit, tier, play. */
final class SortingRules {
    static final String TIER = "tier";
    static final String PLAY = "play";

    private final Landscape land;

    SortingRules(Landscape land) {
        this.land = land;
    }

    List<RuleLine> lines() {
        return Stream.of(fit(), tiers(), plays()).flatMap(List::stream).toList();
    }

    private List<RuleLine> fit() {
        var lines = new ArrayList<RuleLine>();
        for (ScoringConfig.FitBand band : land.scoring().fit()) {
            lines.add(RuleLine.of(
                    "fit",
                    employees(band.from(), band.to())
                            + (band.targetIndustry()
                                    ? ", in " + String.join(", ", land.scoring().targetIndustries())
                                    : ", no band above fits"),
                    Say.number(band.points()) + " points",
                    "scoring.yml: fit"));
        }
        lines.add(RuleLine.of(
                "fit",
                "no band fits, or employees unknown",
                Say.number(land.scoring().fitElse()) + " points",
                "scoring.yml: fitElse"));
        return lines;
    }

    private List<RuleLine> tiers() {
        var cuts = land.scoring().tiers();
        return List.of(
                counted(TIER, "score of " + Say.number(cuts.one()) + " and more", "tier 1", tier(Tier.ONE)),
                counted(
                        TIER,
                        "score of " + Say.number(cuts.two()) + " to below " + Say.number(cuts.one()),
                        "tier 2",
                        tier(Tier.TWO)),
                counted(TIER, "score below " + Say.number(cuts.two()), "tier 3", tier(Tier.THREE)));
    }

    private List<RuleLine> plays() {
        SegmentRules rules = land.scoring().segments();
        var lines = new ArrayList<RuleLine>();
        lines.add(counted(
                PLAY,
                "enterprise by value, high churn risk, expansion at most "
                        + Say.percent(rules.rescue().mostExpansion()) + " of revenue, growth not low",
                rules.rescue().role() + ": " + rules.rescue().strategy(),
                PlayReport::rescued));
        for (SegmentRules.PlayRule play : rules.plays()) {
            lines.add(counted(
                    PLAY,
                    play.value().words() + " by value, " + play.growth().words(),
                    play.role() + ": " + play.strategy(),
                    entry -> entry.profile().value() == play.value()
                            && entry.profile().growth() == play.growth()
                            && !PlayReport.rescued(entry)));
        }
        return lines;
    }

    private RuleLine counted(String area, String when, String then, Predicate<Entry> holds) {
        String key = area.equals(TIER) ? "tiers" : "segments.plays";
        return new RuleLine(
                area,
                when,
                then,
                "scoring.yml: " + key,
                land.entries().stream().filter(holds).count());
    }

    private static Predicate<Entry> tier(Tier tier) {
        return entry -> entry.score().tier() == tier;
    }

    private static String employees(@Nullable Integer from, @Nullable Integer to) {
        if (to == null) {
            return (from == null ? "any number of" : from + " and more") + " employees";
        }
        return (from == null ? "up to " + to : from + " to " + to) + " employees";
    }
}
