package io.fairpatch.score;

import io.fairpatch.config.ScoringConfig.CustomerWeights;
import io.fairpatch.model.Decimals;
import io.fairpatch.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer's score: expansion, growth, strategic value and current revenue, each 0 to 100, by the weights of
 * {@code scoring.yml}.
 *
 * <ul>
 *   <li>Expansion and current revenue: half a point per 1,000 up to 100,000 (where mid-market value begins), then one
 *       point per 8,000 up to 500,000 (where enterprise value begins), which is 100.
 *   <li>Growth: 50 at no growth, two points per percent of yearly headcount growth; where that is unknown, half a point
 *       per percent that won amounts grew over the year before; where that is unknown too, 50; a surging account has 100.
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

    /**
     * @param expansionCents known or estimated
     * @param surge why the account surges, null when it does not
     */
    void score(Facts facts, long expansionCents, boolean estimated, @Nullable String surge, Parts parts) {
        String expansion = (estimated ? "Estimated expansion of " : "Expansion of ") + Money.words(expansionCents);
        parts.add("expansion", weights.expansion(), moneyPoints(expansionCents), expansion);
        growth(facts, surge, parts);
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

    private void growth(Facts facts, @Nullable String surge, Parts parts) {
        if (facts.account().headcountGrowth() == null) {
            parts.assume(
                    facts.spendGrowth() == null
                            ? "Growth unknown: 50 assumed"
                            : "Headcount growth unknown: growth of won amounts taken");
        }
        String because = surge == null ? growthWords(facts) : "Surging: " + surge;
        parts.add("growth", weights.growth(), surge == null ? growthPoints(facts) : 100, because);
    }

    private static String growthWords(Facts facts) {
        Double headcount = facts.account().headcountGrowth();
        Double spend = facts.spendGrowth();
        if (headcount != null) {
            return "Headcount " + percent(headcount);
        }
        return spend != null ? "Won amounts " + percent(spend) : "Growth unknown";
    }

    /** 0 to 100, 50 where nothing is known. */
    static double growthPoints(Facts facts) {
        Double headcount = facts.account().headcountGrowth();
        Double spend = facts.spendGrowth();
        if (headcount != null) {
            return points(200 * headcount);
        }
        return spend != null ? points(50 * spend) : NO_GROWTH;
    }

    private static double points(double aboveNoGrowth) {
        return Math.max(0, Math.min(100, NO_GROWTH + aboveNoGrowth));
    }

    private static String percent(double share) {
        return Decimals.change(share) + " in a year";
    }

    private void strategic(Facts facts, Parts parts) {
        String because = facts.account().strategic()
                ? "Flagged as strategic"
                : facts.targetIndustry()
                        ? facts.industry() + " is a target industry"
                        : "Neither strategic nor in a target industry";
        parts.add("strategic", weights.strategic(), strategicPoints(facts), because);
    }

    /** 0 to 100. */
    static double strategicPoints(Facts facts) {
        return facts.account().strategic() ? 100 : facts.targetIndustry() ? 50 : 0;
    }
}
