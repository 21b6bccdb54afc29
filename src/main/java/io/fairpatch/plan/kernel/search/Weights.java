package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.price.Prices;
import java.util.Arrays;

/**
 * What a unit of violation costs the search on each band, and the change a load makes to it. Starts from the prices,
 * with a floor of the problem's cost spread over its mean load, so that a band whose price is zero is guarded as well.
 */
final class Weights {
    private static final double STEEPEST = 10;

    private final Reduced reduced;
    private final double[] weight;

    private Weights(Reduced reduced, double[] weight) {
        this.reduced = reduced;
        this.weight = weight;
    }

    static Weights of(Reduced reduced, Prices prices) {
        double[] floor = floors(reduced.problem(), prices.spread());
        double[] weight = new double[floor.length];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = Math.max(Math.abs(prices.best()[i]), floor[i]);
        }
        return new Weights(reduced, weight);
    }

    private static double[] floors(AssignmentProblem problem, double spread) {
        double[] sum = new double[problem.measures()];
        for (int e = 0; e < problem.options(); e++) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += Math.abs(problem.load(e, k));
            }
        }
        double[] floor = new double[problem.bands()];
        for (int i = 0; i < floor.length; i++) {
            floor[i] = 0.3 * spread / Math.max(1, sum[i % sum.length] / Math.max(1, problem.options()));
        }
        return floor;
    }

    /** By how much the weighted violation of a band changes when its load does. */
    double change(Plan plan, int band, long added) {
        if (!reduced.live()[band] || added == 0) {
            return 0;
        }
        long now = plan.load(band);
        return weight[band] * (violation(band, now + added) - violation(band, now));
    }

    private long violation(int band, long load) {
        long high = reduced.high()[band];
        long low = reduced.low()[band];
        return load > high ? load - high : load < low ? low - load : 0;
    }

    /** Makes the bands that are still broken dearer; says how many there are. */
    int raise(Plan plan, double factor) {
        int broken = 0;
        for (int i = 0; i < weight.length; i++) {
            if (violation(i, plan.load(i)) > 0) {
                weight[i] *= factor;
                broken++;
            }
        }
        return broken;
    }

    /**
     * The same for bands broken by so little that their weight hardly counts: they grow up to ten times as dear until what is
     * broken costs {@code least}, in millionths of cost, or {@code factor} times as dear where it does.
     */
    int press(Plan plan, double factor, double least) {
        for (int i = 0; i < weight.length; i++) {
            long off = violation(i, plan.load(i));
            double counts = off > 0 ? least / off : 0;
            weight[i] = Math.max(weight[i], Math.min(STEEPEST / factor * weight[i], counts));
        }
        return raise(plan, factor);
    }

    /** Makes broken bands dearer, or all cheaper when none is broken. */
    void swing(Plan plan, double up, double down) {
        if (raise(plan, up) == 0) {
            for (int i = 0; i < weight.length; i++) {
                weight[i] *= down;
            }
        }
    }

    boolean broken(Plan plan, int band) {
        return violation(band, plan.load(band)) > 0;
    }

    /** All weights times a factor. */
    double[] times(double factor) {
        return Arrays.stream(weight).map(w -> w * factor).toArray();
    }
}
