package io.fairpatch.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses rules that leave two answers open, or none: what they decide must need no judgement. */
final class Judgement {
    private static final TreeSet<String> TIERS = new TreeSet<>(List.of("1", "2", "3"));

    private Judgement() {}

    /** Bands for the same industries may not overlap, or the order of lines would decide. */
    static void bands(List<ScoringConfig.FitBand> bands) {
        for (int second = 1; second < bands.size(); second++) {
            for (int first = 0; first < second; first++) {
                var one = bands.get(first);
                var other = bands.get(second);
                boolean both = one.targetIndustry() == other.targetIndustry()
                        && one.points() != other.points()
                        && least(one) <= most(other)
                        && least(other) <= most(one);
                Checks.that(
                        !both,
                        "The bands " + (first + 1) + " and " + (second + 1) + " of fit overlap at "
                                + Math.max(least(one), least(other)) + " employees and give "
                                + Checks.plain(one.points()) + " and " + Checks.plain(other.points())
                                + " points: the rule is ambiguous");
            }
        }
    }

    /** A picklist value in another letter case is the same value; sorted, so that the same file gets the same words. */
    static void industries(Map<String, String> industries) {
        var known = new HashMap<String, String>();
        new TreeMap<>(industries).forEach((value, counts) -> {
            String before = known.putIfAbsent(value.toLowerCase(Locale.ROOT), counts);
            Checks.that(
                    before == null || before.equals(counts),
                    "The industry " + value + " counts as " + counts + " and, in other letter case, as " + before
                            + ": the rule is ambiguous");
        });
    }

    /** Each tier is visited by one rule. */
    static void visits(List<CoverageConfig.Visits> visits) {
        var named = visits.stream().map(CoverageConfig.Visits::tier).toList();
        Checks.that(
                named.size() == TIERS.size() && TIERS.equals(new TreeSet<>(named)),
                "The visits name the tiers " + named + " but must name each of " + TIERS
                        + " once: else it takes judgement how often an account is visited");
    }

    /** Each segment is covered in one way; further ones are marked as alternatives. */
    static void models(List<CoverageModel> models) {
        models.stream()
                .filter(model -> !model.alternative())
                .collect(Collectors.groupingBy(CoverageModel::segment))
                .forEach((segment, several) -> Checks.that(
                        several.size() == 1,
                        "The models "
                                + several.stream().map(CoverageModel::name).toList() + " both cover " + segment
                                + ": mark all but one as alternative"));
    }

    private static int least(ScoringConfig.FitBand band) {
        return bound(band, ScoringConfig.FitBand::from, 0);
    }

    private static int most(ScoringConfig.FitBand band) {
        return bound(band, ScoringConfig.FitBand::to, Integer.MAX_VALUE);
    }

    private static int bound(
            ScoringConfig.FitBand band, Function<ScoringConfig.FitBand, @Nullable Integer> end, int open) {
        return Objects.requireNonNullElse(end.apply(band), open);
    }
}
