package io.fairpatch.plan.kernel.price;

import org.jspecify.annotations.Nullable;

/**
 * Where the ascent ended.
 *
 * @param best the prices of the best bound seen, one per band (cost per load)
 * @param smooth the prices the shares at {@code tau} belong to
 * @param tau the last temperature, in millionths of cost
 * @param bound the bound at {@code best} in floating point; {@link ExactBound} has it exactly
 * @param covers whether the relaxation is known to have a solution, so that no prices can prove that there is no plan
 * @param shares of the linear relaxation; null when only the entropy shares at {@code smooth} are known
 * @param spread the mean over units of mean option cost minus least option cost: the problem's own scale of cost
 */
public record Prices(
        double[] best,
        double[] smooth,
        double tau,
        double bound,
        double spread,
        @Nullable Shares shares,
        boolean covers) {

    /** No prices at all. */
    public static Prices none(int bands) {
        return new Prices(new double[bands], new double[bands], 1, Double.NEGATIVE_INFINITY, 1, null, false);
    }

    /** The same with other shares. */
    Prices with(Shares others) {
        return new Prices(best, smooth, tau, bound, spread, others, covers);
    }

    /** The same scales without prices: for a problem whose prices run off to infinity since it has no plan. */
    public Prices even() {
        return new Prices(
                new double[best.length], new double[best.length], tau, Double.NEGATIVE_INFINITY, spread, null, false);
    }
}
