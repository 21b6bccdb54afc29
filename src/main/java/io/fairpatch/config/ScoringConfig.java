package io.fairpatch.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code scoring.yml}: the rule model. First matching band wins.
 *
 * @param version raised by whoever changes the model; kept with every score
 * @param targetIndustries our industry names that count as target
 * @param industries picklist value (any case) to our industry name; other values stand for themselves
 * @param segments the usual rules where the file has none
 */
public record ScoringConfig(
        int version,
        List<String> targetIndustries,
        Map<String, String> industries,
        List<FitBand> fit,
        double fitElse,
        double unknownIntent,
        double relationshipWithContacts,
        double relationshipWithoutContacts,
        ProspectWeights prospect,
        CustomerWeights customer,
        TierCuts tiers,
        Potential potential,
        @Nullable SegmentRules segments) {
    public ScoringConfig {
        targetIndustries = List.copyOf(targetIndustries);
        industries = Map.copyOf(industries);
        fit = List.copyOf(fit);
        Judgement.bands(fit);
        Judgement.industries(industries);
        segments = segments == null ? SegmentRules.USUAL : segments;
        Checks.between("fitElse", fitElse, 0, 100);
        Checks.between("unknownIntent", unknownIntent, 0, 100);
        Checks.between("relationshipWithContacts", relationshipWithContacts, 0, 100);
        Checks.between("relationshipWithoutContacts", relationshipWithoutContacts, 0, 100);
    }

    @Override
    public SegmentRules segments() {
        return segments == null ? SegmentRules.USUAL : segments;
    }

    /** The same rules but for what people may change on the page. */
    public ScoringConfig with(
            int newVersion, ProspectWeights newProspect, CustomerWeights newCustomer, TierCuts newTiers) {
        return new ScoringConfig(
                newVersion,
                targetIndustries,
                industries,
                fit,
                fitElse,
                unknownIntent,
                relationshipWithContacts,
                relationshipWithoutContacts,
                newProspect,
                newCustomer,
                newTiers,
                potential,
                segments);
    }

    /**
     * A firmographic band: employees from {@code from} to {@code to}, both included; null is open.
     *
     * @param targetIndustry whether the account must be in a target industry
     */
    public record FitBand(@Nullable Integer from, @Nullable Integer to, boolean targetIndustry, double points) {
        public FitBand {
            Checks.between("fit.points", points, 0, 100);
        }
    }

    /** Weights of a prospect's score; they sum to 1. */
    public record ProspectWeights(double fit, double intent, double relationship) {
        public ProspectWeights {
            sumToOne("prospect", fit, intent, relationship);
        }
    }

    /** Weights of a customer's score; they sum to 1. */
    public record CustomerWeights(double expansion, double growth, double strategic, double revenue) {
        public CustomerWeights {
            sumToOne("customer", expansion, growth, strategic, revenue);
        }
    }

    /** A score of at least {@code one} is tier 1, of at least {@code two} tier 2. */
    public record TierCuts(double one, double two) {
        public TierCuts {
            Checks.between("tiers.one", one, 0, 100);
            Checks.between("tiers.two", two, 0, one);
        }
    }

    /**
     * How attainable money is computed.
     *
     * @param windowMonths look-back on closed deals
     * @param trustedDeals deals a segment needs to be used alone; below, its parent is used
     * @param expansionPercentile percentile of look-alikes' spend that a missing expansion is taken from, 0 to 1
     * @param lookAlikes how many nearest customers are looked at; null is {@value #USUAL_LOOK_ALIKES}
     */
    public record Potential(
            int windowMonths, int trustedDeals, double expansionPercentile, @Nullable Integer lookAlikes) {
        private static final int USUAL_LOOK_ALIKES = 15;

        public Potential {
            lookAlikes = lookAlikes == null ? USUAL_LOOK_ALIKES : lookAlikes;
            Checks.between("potential.lookAlikes", lookAlikes, 3, 1_000);
            Checks.between("potential.windowMonths", windowMonths, 1, 120);
            Checks.between("potential.trustedDeals", trustedDeals, 1, 1_000);
            Checks.between("potential.expansionPercentile", expansionPercentile, 0, 1);
        }

        /** Number of nearest customers looked at. */
        public int nearest() {
            return lookAlikes == null ? USUAL_LOOK_ALIKES : lookAlikes;
        }
    }

    private static void sumToOne(String key, double... weights) {
        double sum = 0;
        for (double weight : weights) {
            Checks.between("weights." + key, weight, 0, 1);
            sum += weight;
        }
        Checks.that(
                Math.abs(sum - 1) < 1e-9,
                "The weights of " + key + " add up to " + Checks.plain(sum) + " but must add up to 1");
    }
}
