package io.fairpatch.score;

import io.fairpatch.config.ScoringConfig.CustomerWeights;
import io.fairpatch.model.Money;
import java.util.Locale;

/**
 * A customer's score: expansion, growth, strategic value and current revenue, each 0 to 100, by the weights of
 * {@code scoring.yml}.
 *
 * <ul>
 *   <li>Expansion and current revenue: half a point per 1,000 up to 100,000 (where mid-market value begins), then one
 *       point per 8,000 up to 500,000 (where enterprise value begins), which is 100.
 *   <li>Growth: 50 at no growth, two points per percent of yearly headcount growth; where that is unknown, half a point
 *       per percent that won amounts grew over the year before; where that is unknown too, 50.
 *   <li>Strategic value: 100 when flagged, 50 in a target industry, else 0.
 * </ul>
 */
final class CustomerModel {
    private static final double MID_MARKET_CENTS = 100_000_00.0;
    private static final double ENTERPRISE_CENTS = 500_000_00.0;
    private static final double NO_GROWTH = 50;

    private final CustomerWeights weights;

    CustomerModel(CustomerWeights weights) {
        this.weights = weights;
    }

    /** @param expansionCents known or estimated */
    void score(Facts facts, long expansionCents, boolean estimated, Parts parts) {
        String expansion = (estimated ? "Estimated expansion of " : "Expansion of ") + Money.words(expansionCents);
        parts.add("expansion", weights.expansion(), moneyPoints(expansionCents), expansion);
        growth(facts, parts);
        strategic(facts, parts);
        parts.add(
                "revenue",
                weights.revenue(),
                moneyPoints(facts.currentCents()),
                "Current revenue of " + Money.words(facts.currentCents()));
    }

    static double moneyPoints(long cents) {
        if (cents <= MID_MARKET_CENTS) {
            return 50 * Math.max(0, cents) / MID_MARKET_CENTS;
        }
        return Math.min(100, 50 + 50 * (cents - MID_MARKET_CENTS) / (ENTERPRISE_CENTS - MID_MARKET_CENTS));
    }

    private void growth(Facts facts, Parts parts) {
        Double headcount = facts.account().headcountGrowth();
        Double spend = facts.spendGrowth();
        if (headcount != null) {
            parts.add("growth", weights.growth(), points(200 * headcount), "Headcount " + percent(headcount));
        } else if (spend != null) {
            parts.assume("Headcount growth unknown: growth of won amounts taken");
            parts.add("growth", weights.growth(), points(50 * spend), "Won amounts " + percent(spend));
        } else {
            parts.assume("Growth unknown: 50 assumed");
            parts.add("growth", weights.growth(), NO_GROWTH, "Growth unknown");
        }
    }

    private static double points(double aboveNoGrowth) {
        return Math.max(0, Math.min(100, NO_GROWTH + aboveNoGrowth));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.0f %% in a year", 100 * share);
    }

    private void strategic(Facts facts, Parts parts) {
        if (facts.account().strategic()) {
            parts.add("strategic", weights.strategic(), 100, "Flagged as strategic");
        } else if (facts.targetIndustry()) {
            parts.add("strategic", weights.strategic(), 50, facts.industry() + " is a target industry");
        } else {
            parts.add("strategic", weights.strategic(), 0, "Neither strategic nor in a target industry");
        }
    }
}
