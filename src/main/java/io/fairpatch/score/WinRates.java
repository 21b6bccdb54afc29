package io.fairpatch.score;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Win rates of a hierarchy of cells by empirical Bayes: the rates of the cells of a level vary around those of their
 * parents by a beta distribution ({@link PriorStrength}). A cell's estimate lies between its own rate and its parent's,
 * nearer to its own the more deals it has. The doubt about the parent and about the strength of the prior is part of the
 * interval (Christiansen and Morris 1997).
 */
public final class WinRates {
    /** Taken when nothing was ever closed: a usual rate of business to business sales. */
    public static final double UNKNOWN = 0.2;

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private WinRates() {}

    /**
     * Estimates every cell, in the order given.
     *
     * @param nodes the whole first, every parent before its children
     */
    public static List<RateEstimate> of(List<RateNode> nodes) {
        var estimates = new ArrayList<RateEstimate>(nodes.size());
        var priors = new TreeMap<Integer, PriorStrength>();
        for (RateNode node : nodes) {
            if (node.parent() < 0) {
                estimates.add(whole(node));
                continue;
            }
            var prior = priors.computeIfAbsent(node.level(), level -> PriorStrength.of(nodes, level));
            estimates.add(below(node, estimates.get(node.parent()), prior));
        }
        return estimates;
    }

    private static RateEstimate whole(RateNode node) {
        double mean = node.deals() == 0 ? UNKNOWN : node.wins() == 0 ? 1.0 / (node.deals() + 1) : node.rate();
        double variance = mean * (1 - mean) / (node.deals() + 1);
        return node.deals() == 0 ? estimate(mean, mean * (1 - mean) / 3, 0) : estimate(mean, variance, 1);
    }

    private static RateEstimate below(RateNode node, RateEstimate parent, PriorStrength prior) {
        double distance = node.deals() == 0 ? 0 : node.rate() - parent.mean();
        double share = 0;
        double shareSquared = 0;
        double within = 0;
        for (int i = 0; i < prior.strengths().length; i++) {
            double weight = prior.weights()[i];
            double own = node.deals() / (node.deals() + prior.strengths()[i]);
            double mean = parent.mean() + distance * own;
            share += weight * own;
            shareSquared += weight * own * own;
            within += weight
                    * (mean * (1 - mean) / (prior.strengths()[i] + node.deals() + 1)
                            + (1 - own) * (1 - own) * parent.variance());
        }
        double doubt = distance * distance * Math.max(0, shareSquared - share * share);
        return estimate(parent.mean() + distance * share, within + doubt, share);
    }

    /** The interval is that of the beta distribution with this mean and variance. */
    private static RateEstimate estimate(double mean, double variance, double own) {
        double worth = mean * (1 - mean) / Math.max(variance, 1e-12) - 1;
        if (mean <= 0 || mean >= 1 || worth <= 0) {
            return new RateEstimate(mean, variance, 0, 1, own);
        }
        var beta = BetaDistribution.of(Math.max(1e-3, mean * worth), Math.max(1e-3, (1 - mean) * worth));
        return new RateEstimate(
                mean, variance, beta.inverseCumulativeProbability(LOW), beta.inverseCumulativeProbability(HIGH), own);
    }
}
