package io.fairpatch.config;

import io.fairpatch.model.GrowthBand;
import io.fairpatch.model.Play;
import io.fairpatch.model.Play.Agent;
import io.fairpatch.model.ValueBand;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How accounts are sorted for coverage, {@code segments} of {@code scoring.yml}.
 *
 * @param size by the company's own yearly revenue
 * @param value by what it spends with us a year; a prospect's by its potential
 * @param growth yearly growth as shares
 * @param plays one for each value band and growth band
 */
public record SegmentRules(
        Cuts size, Cuts value, GrowthCuts growth, Surge surge, Churn churn, List<PlayRule> plays, Rescue rescue) {
    /** What holds where {@code scoring.yml} says nothing. */
    public static final SegmentRules USUAL = new SegmentRules(
            new Cuts(10_000_000, 1_000_000),
            new Cuts(500_000, 100_000),
            new GrowthCuts(0.15, 0.02),
            new Surge(0.4, 0.5, 10_000),
            new Churn(90, -0.3),
            List.of(
                    play(ValueBand.ENTERPRISE, GrowthBand.HIGH, "Senior AE", "expand with executive sponsors"),
                    play(ValueBand.ENTERPRISE, GrowthBand.STEADY, "Mid AE", "keep and widen"),
                    care(ValueBand.ENTERPRISE, "renew and protect"),
                    play(ValueBand.MID_MARKET, GrowthBand.HIGH, "Growth AE", "grow with it, fast"),
                    play(ValueBand.MID_MARKET, GrowthBand.STEADY, "Mid AE", "widen by use case"),
                    care(ValueBand.MID_MARKET, "renew"),
                    play(ValueBand.SMB, GrowthBand.HIGH, "SDR / inside", "qualify and develop"),
                    play(ValueBand.SMB, GrowthBand.STEADY, "Inside", "sell by phone and web"),
                    new PlayRule(
                            ValueBand.SMB, GrowthBand.LOW, "Automation", "serve without a seller", Agent.AUTOMATION)),
            new Rescue(0.1, "Customer success", "save before selling"));

    public SegmentRules {
        plays = List.copyOf(plays);
        Checks.that(
                plays.stream().map(PlayRule::cell).distinct().count() == 9 && plays.size() == 9,
                "The plays must name each of the 9 pairs of value and growth once");
    }

    /** Above {@code enterprise} is enterprise, from {@code midMarket} mid-market, below SMB. Money units, not cents. */
    public record Cuts(double enterprise, double midMarket) {
        public Cuts {
            Checks.between("midMarket", midMarket, 0, enterprise);
        }
    }

    /** From {@code high} high growth, below {@code low} low growth. */
    public record GrowthCuts(double high, double low) {
        public GrowthCuts {
            Checks.between("growth.high", high, low, 100);
        }
    }

    /**
     * An account surges when its staff grows by at least {@code headcountGrowth} a year, or what it buys by at least
     * {@code spendGrowth} and to at least {@code leastSpend} (money units).
     */
    public record Surge(double headcountGrowth, double spendGrowth, double leastSpend) {}

    /**
     * Where the org does not say a customer's risk: medium after {@code quietDays} without contact or when what it buys
     * changed by {@code spendGrowth} or worse, high when both.
     */
    public record Churn(int quietDays, double spendGrowth) {}

    /** The play of one pair. */
    public record PlayRule(ValueBand value, GrowthBand growth, String role, String strategy, Agent agent) {
        private String cell() {
            return value + " " + growth;
        }
    }

    /**
     * A customer of the enterprise value band with high churn risk, whose expansion is at most {@code mostExpansion} of
     * its revenue (a share), goes to customer success whatever its growth.
     */
    public record Rescue(double mostExpansion, String role, String strategy) {}

    /** The play of each pair, by value then growth. */
    public Map<ValueBand, Map<GrowthBand, Play>> matrix() {
        var matrix = new EnumMap<ValueBand, Map<GrowthBand, Play>>(ValueBand.class);
        for (PlayRule rule : plays) {
            matrix.computeIfAbsent(rule.value(), value -> new EnumMap<>(GrowthBand.class))
                    .put(rule.growth(), new Play(rule.role(), rule.strategy(), rule.agent()));
        }
        return matrix;
    }

    private static PlayRule play(ValueBand value, GrowthBand growth, String role, String strategy) {
        return new PlayRule(value, growth, role, strategy, Agent.REP);
    }

    private static PlayRule care(ValueBand value, String strategy) {
        return new PlayRule(value, GrowthBand.LOW, "Customer success", strategy, Agent.CUSTOMER_SUCCESS);
    }
}
