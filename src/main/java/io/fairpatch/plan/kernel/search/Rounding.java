package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.price.Prices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns the shares {@code p_e ~ exp(-rc_e / tau)} of the smoothed dual into one option a unit.
 *
 * <p>Units with a share above 0.9999 take it. The others follow by falling size; each takes its own expectation out of
 * the expected loads E and their variance h and picks the option least in
 *
 * <pre>-tau ln p_e + sum_k (tau / 2) [(E + w - t)^2 - (E - t)^2] / (h + w^2 / 4),   t = clip(E, low, high)</pre>
 *
 * the log-likelihood of the band's total staying where it should, taking the rest as normal. O(options x measures).
 */
public final class Rounding {
    private static final double SURE = 0.9999;

    private final Reduced reduced;
    private final AssignmentProblem problem;
    private final Prices prices;
    private final double tau;
    private final double[] expected;
    private final double[] variance;
    private final int[] choice;

    private Rounding(Reduced reduced, Prices prices) {
        this.reduced = reduced;
        this.problem = reduced.problem();
        this.prices = prices;
        this.tau = Math.max(1e-3, prices.tau());
        this.expected = new double[problem.bands()];
        this.variance = new double[problem.bands()];
        this.choice = new int[problem.units()];
    }

    /** A plan near the bound; bands may be broken slightly. */
    public static Plan of(Reduced reduced, Prices prices) {
        var rounding = new Rounding(reduced, prices);
        List<Open> open = new ArrayList<>();
        for (int u = 0; u < rounding.problem.units(); u++) {
            double[] share = rounding.shares(u);
            rounding.sure(u, share);
            rounding.spread(u, share, 1);
            if (rounding.choice[u] < 0) {
                open.add(new Open(u, rounding.size(u)));
            }
        }
        open.sort(Comparator.comparingDouble(Open::size).reversed().thenComparingInt(Open::unit));
        open.forEach(o -> rounding.settle(o.unit()));
        return new Plan(rounding.problem, rounding.choice);
    }

    private record Open(int unit, double size) {}

    private double[] shares(int unit) {
        int first = problem.first(unit);
        double[] share = new double[problem.first(unit + 1) - first];
        var solved = prices.shares();
        if (solved == null) {
            entropy(first, share);
            return share;
        }
        for (int at = solved.first()[unit]; at < solved.first()[unit + 1]; at++) {
            share[solved.option()[at] - first] = solved.share()[at];
        }
        return share;
    }

    private void entropy(int first, double[] share) {
        double least = Double.POSITIVE_INFINITY;
        for (int o = 0; o < share.length; o++) {
            share[o] = problem.reducedCost(first + o, prices.smooth());
            least = Math.min(least, share[o]);
        }
        double sum = 0;
        for (int o = 0; o < share.length; o++) {
            share[o] = Math.exp((least - share[o]) / tau);
            sum += share[o];
        }
        for (int o = 0; o < share.length; o++) {
            share[o] /= sum;
        }
    }

    private void sure(int unit, double[] share) {
        choice[unit] = -1;
        for (int o = 0; o < share.length; o++) {
            if (share[o] > SURE) {
                choice[unit] = problem.first(unit) + o;
            }
        }
    }

    private void spread(int unit, double[] share, int sign) {
        for (int o = 0; o < share.length; o++) {
            int band = problem.agent(problem.first(unit) + o) * problem.measures();
            for (int k = 0; share[o] > 1e-12 && k < problem.measures(); k++) {
                double load = problem.load(problem.first(unit) + o, k);
                expected[band + k] += sign * share[o] * load;
                variance[band + k] += sign * share[o] * (1 - share[o]) * load * load;
            }
        }
    }

    private double size(int unit) {
        double most = 0;
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            int band = problem.agent(e) * problem.measures();
            for (int k = 0; k < problem.measures(); k++) {
                if (reduced.live()[band + k]) {
                    double whole = Math.max(1, Math.abs((double) reduced.high()[band + k]));
                    most = Math.max(most, Math.abs(problem.load(e, k)) / whole);
                }
            }
        }
        return most;
    }

    private void settle(int unit) {
        double[] share = shares(unit);
        spread(unit, share, -1);
        // where numbers are so large that shares are lost to rounding, any option will do: the search goes on from
        // there
        choice[unit] = problem.first(unit);
        double least = Double.POSITIVE_INFINITY;
        for (int o = 0; o < share.length; o++) {
            int option = problem.first(unit) + o;
            double value = -tau * Math.log(Math.max(share[o], 1e-300)) + pull(option);
            if (value < least) {
                least = value;
                choice[unit] = option;
            }
        }
        int band = problem.agent(choice[unit]) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            expected[band + k] += problem.load(choice[unit], k);
        }
    }

    private double pull(int option) {
        double sum = 0;
        int band = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            double load = problem.load(option, k);
            if (load != 0 && reduced.live()[band + k]) {
                double now = expected[band + k];
                double off = now - Math.max(reduced.low()[band + k], Math.min(reduced.high()[band + k], now));
                double after = now + load;
                double offAfter = after - Math.max(reduced.low()[band + k], Math.min(reduced.high()[band + k], after));
                double noise = Math.max(0, variance[band + k]) + load * load / 4;
                sum += tau / 2 * (offAfter * offAfter - off * off) / noise;
            }
        }
        return sum;
    }
}
