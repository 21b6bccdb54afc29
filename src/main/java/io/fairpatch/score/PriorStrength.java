package io.fairpatch.score;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many deals a parent's rate is worth for its children. The method of moments for beta-binomial counts (Kleinman
 * 1973) compares how much the children's rates differ with how much chance alone would have them differ; since few
 * children tell little, the answer is a set of strengths with weights: the chi-square likelihood of the moment, before
 * it each amount of shrinkage alike (Christiansen and Morris 1997).
 *
 * @param strengths in deals, ascending
 * @param weights of the strengths, together 1
 */
record PriorStrength(double[] strengths, double[] weights) {
    private static final int STEPS = 24;
    /** A typical cell where there is nothing to go by. */
    private static final double USUAL_DEALS = 20;

    static PriorStrength of(List<RateNode> nodes, int level) {
        var families = nodes.stream()
                .filter(node -> node.level() == level && node.deals() > 0)
                .collect(Collectors.groupingBy(RateNode::parent, TreeMap::new, Collectors.toList()));
        double spread = 0;
        double room = 0;
        double free = 0;
        for (List<RateNode> children : families.values()) {
            Moments moments = Moments.of(children);
            spread += moments.spread();
            room += moments.room();
            free += moments.free();
        }
        return weigh(spread, room, free);
    }

    private static PriorStrength weigh(double spread, double room, double free) {
        double typical = free <= 0 ? USUAL_DEALS : Math.max(1, room / free);
        var strengths = new double[STEPS];
        var weights = new double[STEPS];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            double shrinkage = (i + 0.5) / STEPS;
            strengths[i] = typical * shrinkage / (1 - shrinkage);
            double scale = free <= 0 ? 1 : 1 + room / free / (strengths[i] + 1);
            weights[i] = -free / 2 * Math.log(scale) - spread / (2 * scale);
            most = Math.max(most, weights[i]);
        }
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            weights[i] = Math.exp(weights[i] - most);
            sum += weights[i];
        }
        for (int i = 0; i < STEPS; i++) {
            weights[i] /= sum;
        }
        return new PriorStrength(strengths, weights);
    }

    /** Worth of the parent in deals, the middle of the weights. */
    double typical() {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            sum += weights[i];
            if (sum >= 0.5) {
                return strengths[i];
            }
        }
        return strengths[STEPS - 1];
    }

    /** Squared differences of the children of one parent in units of chance: free + overdispersion x room is expected. */
    private record Moments(double spread, double room, double free) {
        static Moments of(List<RateNode> children) {
            double deals = children.stream().mapToLong(RateNode::deals).sum();
            double mean = children.stream().mapToLong(RateNode::wins).sum() / Math.max(1, deals);
            if (children.size() < 2 || mean <= 0 || mean >= 1) {
                return new Moments(0, 0, 0);
            }
            double spread = 0;
            double squares = 0;
            for (RateNode node : children) {
                spread += node.deals() * Math.pow(node.rate() - mean, 2) / (mean * (1 - mean));
                squares += (double) node.deals() * node.deals() / deals;
            }
            double free = children.size() - 1.0;
            return new Moments(spread, Math.max(0, deals - squares - free), free);
        }
    }
}
