package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;

/**
 * What each band's total adds to a plan's value under prices pi. Since a plan's cost is a constant plus its regrets plus
 * {@code sum_i pi_i (end_i - load_i)}, with end the upper end for a positive price and else the lower, the value is
 *
 * <pre>sum of regrets + sum_i f_i(load_i),  f_i(x) = pi_i (end_i - x) + (|pi_i| + weight_i) violation_i(x)</pre>
 *
 * f_i is convex with its least value 0 at end_i, so that slack which is worth something counts as a loss. All f_i can be
 * softened by a factor: then loads may stray from their ends while regrets stay small, and come back as the factor grows
 * to 1. Weights swing: a band still broken gets dearer, and all get cheaper while none is broken (strategic oscillation:
 * Glover 1977; as a rule for assignment Yagiura, Yamaguchi and Ibaraki 1998).
 */
final class PricedBands {
    private static final double SOFTEST = 0.1;
    private static final double FIRM_FROM = 0.8;
    private static final double LEAST = 0.02;
    private static final double MOST = 1e4;
    private static final double UP = 1.05;
    private static final double DOWN = 0.95;

    private final double[] price;
    private final double[] weight;
    private final double[] unit;
    private final long[] low;
    private final long[] high;
    private double factor = 1;

    /** @param unit of weight on each band: its price or what stands for one */
    PricedBands(Reduced reduced, double[] price, double[] unit) {
        this.price = price;
        this.unit = unit;
        this.weight = unit.clone();
        this.low = reduced.low();
        this.high = reduced.high();
    }

    /** The factor of all values: 1 for what they are worth, less for soft bands. */
    void soften(double by) {
        factor = by;
    }

    /** Soft at the beginning of a cycle (0), worth their price from four fifths of it on, to its end (1). */
    void grow(double way) {
        soften(Math.pow(SOFTEST, Math.max(0, 1 - way / FIRM_FROM)));
    }

    /** The value of a total, in millionths of cost. */
    double value(int band, long total) {
        double pi = price[band];
        double value = pi * ((pi >= 0 ? high[band] : low[band]) - total);
        if (total > high[band]) {
            value += (Math.abs(pi) + weight[band]) * (total - high[band]);
        } else if (total < low[band]) {
            value += (Math.abs(pi) + weight[band]) * (low[band] - total);
        }
        return factor * value;
    }

    private boolean broken(Plan plan, int band) {
        return plan.load(band) > high[band] || plan.load(band) < low[band];
    }

    /** Makes broken bands dearer, or all cheaper when none is broken. */
    void swing(Plan plan) {
        boolean none = true;
        for (int i = 0; i < weight.length; i++) {
            if (broken(plan, i)) {
                none = false;
                weight[i] = Math.min(MOST * unit[i], weight[i] * UP);
            }
        }
        for (int i = 0; none && i < weight.length; i++) {
            weight[i] = Math.max(LEAST * unit[i], weight[i] * DOWN);
        }
    }

    int size() {
        return weight.length;
    }
}
