package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;

/**
 * The Lagrangian bound at given prices, true to the last digit.
 *
 * <p>With a price {@code pi_i} on every band {@code i} and reduced cost {@code rc_e = c_e + sum_k pi_(a(e),k) w_ek},
 *
 * <pre>D(pi) = sum_j min_e rc_e - sum_i (pi_i >= 0 ? pi_i high_i : pi_i low_i)</pre>
 *
 * is at most the cost of every plan within the bands (weak duality: Geoffrion, Lagrangean relaxation for integer
 * programming, 1974), whatever the prices. So the prices are rounded to multiples of 2^-s, and the sum is taken in 128
 * bits: no rounding error is left. The last step rounds up to the next cost a plan can have, {@code base + m x grain},
 * where the grain is the greatest common divisor of the cost differences inside the units. O(options x measures).
 *
 * <p>Limits: sums of costs and of loads below 2^62 in millionths, s at most 60, rounded prices below 2^50.
 */
public final class ExactBound {
    private static final int MOST_BITS = 60;
    private static final int PRICE_BITS = 50;

    private final AssignmentProblem problem;
    private final long[] price;
    private final int bits;
    private final Wide sum = new Wide();

    private ExactBound(Reduced reduced, double[] prices) {
        this.problem = reduced.problem();
        double largest = 0;
        for (double pi : prices) {
            largest = Math.max(largest, Math.abs(pi));
        }
        this.bits = Math.max(0, Math.min(MOST_BITS, PRICE_BITS - 1 - Math.getExponent(Math.max(largest, 1e-300))));
        this.price = new long[prices.length];
        double limit = Math.scalb(1.0, PRICE_BITS);
        for (int i = 0; i < price.length; i++) {
            double scaled = Math.rint(Math.scalb(prices[i], bits));
            price[i] = reduced.live()[i] ? (long) Math.max(-limit, Math.min(limit, scaled)) : 0;
        }
        sumUp(reduced);
    }

    /** A lower bound on the cost of every plan, in millionths. */
    public static long of(Reduced reduced, double[] prices) {
        long down = new ExactBound(reduced, prices).bound();
        return Grain.of(reduced.problem()).nextCost(down);
    }

    /**
     * Whether the prices prove that no plan exists: at zero costs every plan would have to cost more than nothing
     * (Farkas' lemma).
     */
    public static boolean provesInfeasible(Reduced withoutCosts, double[] prices) {
        return new ExactBound(withoutCosts, prices).sum.positive();
    }

    private void sumUp(Reduced reduced) {
        for (int i = 0; i < price.length; i++) {
            if (price[i] != 0) {
                sum.subtractProduct(price[i], price[i] > 0 ? reduced.high()[i] : reduced.low()[i]);
            }
        }
        var least = new Wide();
        var next = new Wide();
        for (int u = 0; u < problem.units(); u++) {
            reducedCost(problem.first(u), least);
            for (int e = problem.first(u) + 1; e < problem.first(u + 1); e++) {
                reducedCost(e, next);
                if (next.lessThan(least)) {
                    least.set(next);
                }
            }
            sum.add(least);
        }
    }

    private void reducedCost(int option, Wide into) {
        into.clear();
        into.addProduct(problem.cost(option), 1L << bits);
        int band = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            into.addProduct(price[band + k], problem.load(option, k));
        }
    }

    private long bound() {
        return sum.shiftedDown(bits);
    }
}
