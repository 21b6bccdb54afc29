package io.fairpatch.web.account;

import io.fairpatch.config.ScoringConfig;
import io.fairpatch.config.ScoringConfig.FitBand;
import io.fairpatch.web.view.Method;
import io.fairpatch.web.view.Method.Section;
import io.fairpatch.web.view.Show;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of {@code scoring.yml} in words: whoever reads a score can work it out by hand. */
final class Methods {
    private final ScoringConfig config;

    Methods(ScoringConfig config) {
        this.config = config;
    }

    /** @param shownVersion of the rules that the scores shown were made by, null when there are none */
    Method method(@Nullable Integer shownVersion) {
        String stale = shownVersion == null || shownVersion == config.version()
                ? null
                : "The scores shown were made by version " + shownVersion
                        + ". Maybe run ./fairpatch score to score by version " + config.version() + ".";
        return new Method(config.version(), stale, List.of(prospect(), customer(), tiers(), potential()));
    }

    private Section prospect() {
        var weights = config.prospect();
        var sentences = new ArrayList<String>();
        sentences.add("Score = " + plain(weights.fit()) + " x fit + " + plain(weights.intent()) + " x intent + "
                + plain(weights.relationship()) + " x relationship, each 0 to 100.");
        sentences.add("Fit is the first of these that holds:");
        config.fit().forEach(band -> sentences.add(band(band)));
        sentences.add(plain(config.fitElse()) + " for all others, and where the number of employees is unknown.");
        sentences.add("Intent is what the org holds; unknown counts as " + plain(config.unknownIntent()) + ".");
        sentences.add("Relationship is " + plain(config.relationshipWithContacts()) + " with a known contact, "
                + plain(config.relationshipWithoutContacts()) + " without.");
        sentences.add("Target industries: " + String.join(", ", config.targetIndustries()) + ".");
        return new Section("A prospect's score", sentences);
    }

    private Section customer() {
        var weights = config.customer();
        return new Section(
                "A customer's score",
                List.of(
                        "Score = " + plain(weights.expansion()) + " x expansion + " + plain(weights.growth())
                                + " x growth + " + plain(weights.strategic()) + " x strategic value + "
                                + plain(weights.revenue()) + " x current revenue, each 0 to 100.",
                        "Growth is 50 at none and gains two points with each percent of headcount.",
                        "Strategic value is 100 when flagged, 50 in a target industry, else 0.",
                        "Churn risk is shown beside the score, not in it."));
    }

    private Section tiers() {
        var cuts = config.tiers();
        return new Section(
                "Tiers and scales",
                List.of(
                        "Tier 1, grade A: " + plain(cuts.one()) + " points and more.",
                        "Tier 2, grade B: from " + plain(cuts.two()) + ".",
                        "Tier 3, grade C: below " + plain(cuts.two()) + ".",
                        "On the scale of 1 to 10 each step is ten points. The order is the same on every scale."));
    }

    private Section potential() {
        var rule = config.potential();
        return new Section(
                "Potential",
                List.of(
                        "A customer's = current revenue + expansion x win probability, money a year.",
                        "A prospect's = its expansion, or else the average won value of its segment by company size, x win"
                                + " probability.",
                        "Win probability = that of industry and region over the last " + rule.windowMonths()
                                + " months, drawn towards the industry's the fewer deals there are; with fewer than "
                                + rule.trustedDeals() + " it says so.",
                        "Unknown expansion: percentile " + plain(100 * rule.expansionPercentile()) + " of what the "
                                + rule.nearest() + " customers nearest in size spend, of the same industry where it has"
                                + " that many."));
    }

    private static String band(FitBand band) {
        String where = band.targetIndustry() ? " in a target industry" : "";
        return plain(band.points()) + " for " + employees(band.from(), band.to()) + where + ";";
    }

    private static String employees(@Nullable Integer from, @Nullable Integer to) {
        if (from != null && to != null) {
            return Show.count(from) + " to " + Show.count(to) + " employees";
        }
        if (from != null) {
            return Show.count(from) + " employees and more";
        }
        return to == null ? "any number of employees" : "up to " + Show.count(to) + " employees";
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
