package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Scale;
import java.util.Arrays;

/**
 * The bands' share of a primal-dual Newton step. A band keeps its load r between its ends by two slacks,
 * {@code r - a = low} and {@code r + b = high}, whose multipliers make its price, {@code pi = zHigh - zLow}. The slacks
 * start wide enough for the loads at hand, and what they are off vanishes with the steps. What the units cannot keep is
 * taken by two elastic slacks over and under at the price {@code most}, so that a plan of shares always exists and the
 * prices stay finite: {@code r = load - over + under}. A band of no width has elastic slacks only.
 */
final class BandTerms {
    private final boolean[] live;
    private final double[] low;
    private final double[] high;
    private final double[] most;
    private final int n;
    final double[] price;
    private final double[] a;
    private final double[] b;
    private final double[] zLow;
    private final double[] zHigh;
    private final double[] over;
    private final double[] under;
    private final double[] da;
    private final double[] db;
    private final double[] dzLow;
    private final double[] dzHigh;
    private final double[] dOver;
    private final double[] dUnder;
    final double[] products = new double[4];
    double primalStep;
    double dualStep;

    /** @param settled loads that are there whatever is shared out */
    BandTerms(Reduced reduced, double[] most, double[] settled) {
        n = most.length;
        live = reduced.live();
        this.most = most;
        low = less(reduced.low(), settled);
        high = less(reduced.high(), settled);
        price = new double[n];
        a = new double[n];
        b = new double[n];
        zLow = new double[n];
        zHigh = new double[n];
        over = new double[n];
        under = new double[n];
        da = new double[n];
        db = new double[n];
        dzLow = new double[n];
        dzHigh = new double[n];
        dOver = new double[n];
        dUnder = new double[n];
    }

    private static double[] less(long[] ends, double[] settled) {
        double[] less = new double[ends.length];
        Arrays.setAll(less, i -> ends[i] - settled[i]);
        return less;
    }

    /** Takes over prices, kept off their ends. */
    void price(double[] prices) {
        for (int i = 0; i < n; i++) {
            double edge = 0.999 * most[i];
            price[i] = live[i] ? Math.max(-edge, Math.min(edge, prices[i])) : 0;
        }
    }

    /** Sets all slacks to {@code mu} over their multipliers, as if the bands were wide enough for these loads. */
    void start(double[] loads, double mu) {
        for (int i = 0; i < n; i++) {
            over[i] = mu / (most[i] - price[i]);
            under[i] = mu / (most[i] + price[i]);
            if (wide(i)) {
                double load = loads[i];
                double half = 0.5 * (high[i] - low[i]) + Math.max(0, Math.max(load - high[i], low[i] - load));
                double pull = Math.abs(price[i]) * half;
                double near =
                        pull < 1e-9 * mu ? half : half - (Math.sqrt(mu * mu + pull * pull) - mu) / Math.abs(price[i]);
                near = Math.max(near, 1e-9 * half);
                b[i] = price[i] >= 0 ? near : 2 * half - near;
                a[i] = 2 * half - b[i];
                zLow[i] = price[i] >= 0 ? mu / a[i] : mu / b[i] - price[i];
                zHigh[i] = zLow[i] + price[i];
            }
        }
    }

    private boolean wide(int i) {
        return live[i] && high[i] > low[i];
    }

    /** Number of complementary pairs. */
    int pairs() {
        int pairs = 0;
        for (int i = 0; i < n; i++) {
            pairs += live[i] ? (wide(i) ? 4 : 2) : 0;
        }
        return pairs;
    }

    /** Sums up the products as they stand. */
    double complementarity() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (live[i]) {
                sum += over[i] * (most[i] - price[i]) + under[i] * (most[i] + price[i]);
                sum += wide(i) ? a[i] * zLow[i] + b[i] * zHigh[i] : 0;
            }
        }
        return sum;
    }

    /** The largest part of a band's ends, or of one, by which loads are outside. */
    double outside(double[] loads) {
        double most = 0;
        for (int i = 0; i < n; i++) {
            double scale = Math.max(Scale.ONE, Math.max(Math.abs(low[i]), Math.abs(high[i])));
            most = live[i] ? Math.max(most, Math.max(loads[i] - high[i], low[i] - loads[i]) / scale) : most;
        }
        return most;
    }

    /** What the bands cost at their prices. */
    double charge() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += price[i] * (price[i] >= 0 ? high[i] : low[i]);
        }
        return sum;
    }

    double diagonal(int i) {
        if (!live[i]) {
            return 1;
        }
        double elastic = over[i] / (most[i] - price[i]) + under[i] / (most[i] + price[i]);
        return elastic + (wide(i) ? 1 / stiffness(i) : 0);
    }

    private double stiffness(int i) {
        return zHigh[i] / b[i] + zLow[i] / a[i];
    }

    /** The band's part of the right-hand side; {@code second} of 1 takes off the second order of the last direction. */
    double right(int i, double mu, double second, double load) {
        if (!live[i]) {
            return 0;
        }
        double elastic = targetUnder(i, mu, second) - targetOver(i, mu, second);
        double r = load - over[i] + under[i];
        return elastic + (wide(i) ? pull(i, mu, second, r) / stiffness(i) : r - low[i]);
    }

    /** {@code g} in {@code dr = (dpi - g) / stiffness}. */
    private double pull(int i, double mu, double second, double r) {
        double upper = zHigh[i] / b[i] * (targetB(i, mu, second) - (high[i] - b[i] - r));
        double lower = zLow[i] / a[i] * (targetA(i, mu, second) + low[i] + a[i] - r);
        return upper - lower;
    }

    private double targetA(int i, double mu, double second) {
        return (mu - second * da[i] * dzLow[i]) / zLow[i] - a[i];
    }

    private double targetB(int i, double mu, double second) {
        return (mu - second * db[i] * dzHigh[i]) / zHigh[i] - b[i];
    }

    private double targetOver(int i, double mu, double second) {
        return (mu + second * dOver[i] * dPrice(i)) / (most[i] - price[i]) - over[i];
    }

    private double targetUnder(int i, double mu, double second) {
        return (mu - second * dUnder[i] * dPrice(i)) / (most[i] + price[i]) - under[i];
    }

    private double dPrice(int i) {
        return dzHigh[i] - dzLow[i];
    }

    /** Completes a direction of the prices; the second order is that of the direction before. */
    void direct(double[] dpi, double[] loads, double mu, double second) {
        Arrays.fill(products, 0);
        primalStep = Double.POSITIVE_INFINITY;
        dualStep = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            if (live[i]) {
                direct(i, dpi[i], loads[i], mu, second);
            }
        }
    }

    private void direct(int i, double dpi, double load, double mu, double second) {
        double upper = most[i] - price[i];
        double lower = most[i] + price[i];
        double overChange = targetOver(i, mu, second) + over[i] / upper * dpi;
        double underChange = targetUnder(i, mu, second) - under[i] / lower * dpi;
        pair(over[i], overChange, upper, -dpi);
        pair(under[i], underChange, lower, dpi);
        if (wide(i)) {
            double r = load - over[i] + under[i];
            double change = (dpi - pull(i, mu, second, r)) / stiffness(i);
            double aChange = change - (low[i] + a[i] - r);
            double bChange = high[i] - b[i] - r - change;
            dzLow[i] = zLow[i] / a[i] * (targetA(i, mu, second) - aChange);
            dzHigh[i] = zHigh[i] / b[i] * (targetB(i, mu, second) - bChange);
            da[i] = aChange;
            db[i] = bChange;
            pair(a[i], aChange, zLow[i], dzLow[i]);
            pair(b[i], bChange, zHigh[i], dzHigh[i]);
        } else {
            dzHigh[i] = dpi;
        }
        dOver[i] = overChange;
        dUnder[i] = underChange;
    }

    private void pair(double primal, double dPrimal, double dual, double dDual) {
        products[0] += primal * dual;
        products[1] += dual * dPrimal;
        products[2] += primal * dDual;
        products[3] += dPrimal * dDual;
        primalStep = dPrimal < 0 ? Math.min(primalStep, -primal / dPrimal) : primalStep;
        dualStep = dDual < 0 ? Math.min(dualStep, -dual / dDual) : dualStep;
    }

    void move(double[] dpi, double primal, double dual) {
        for (int i = 0; i < n; i++) {
            if (live[i]) {
                over[i] += primal * dOver[i];
                under[i] += primal * dUnder[i];
                a[i] += primal * da[i];
                b[i] += primal * db[i];
                price[i] += dual * dpi[i];
                zHigh[i] += dual * dzHigh[i];
                zLow[i] += dual * dzLow[i];
            }
        }
    }
}
