package io.fairpatch.plan.kernel.price;

import java.util.Arrays;

/**
 * The units' share of a primal-dual Newton step, for one chunk of the units. A column e of unit j at agent a has x_e > 0
 * and the slack {@code s_e = c_e + sum_k pi_(a,k) w_ek - u_j > 0}; with {@code d = x / s} and a target t_e for the change of
 * x at fixed prices,
 *
 * <pre>dx_e = t_e - d_e (w_e'dpi - du_j),   du_j = (1 - sum x - sum t + sum d_e w_e'dpi) / sum d</pre>
 *
 * so that units leave the equations one by one and only the bands' normal equations
 *
 * <pre>[sum_j (sum_e d w w' - (sum_e d w)(sum_e d w)' / sum_e d)] dpi = sum_e t w + sum_j (sum_e d w)(1 - sum x - sum t) / sum d</pre>
 *
 * remain. O(columns x (measures + columns of a unit)).
 */
final class UnitTerms {
    private final Columns columns;
    private final int from;
    private final int to;
    private final double[] x;
    private final double[] u;
    private final double[] dx;
    private final double[] du;
    private double[] slack = new double[32];
    private double[] t = new double[32];
    private double[] d = new double[32];

    /** Right-hand sides: at t = -x, per unit of mu at t = 1 / s, and of second order at t = -dx ds / s. */
    final double[][] right;

    /** Loads of x. */
    final double[] loads;

    /** Sums of x s, s dx, x ds, dx ds. */
    final double[] products = new double[4];

    double bound;
    double primalStep;
    double dualStep;

    UnitTerms(Columns columns, int from, int to, State state) {
        this.columns = columns;
        this.from = from;
        this.to = to;
        this.x = state.x();
        this.u = state.u();
        this.dx = state.dx();
        this.du = state.du();
        int bands = columns.agents * columns.measures;
        this.right = new double[3][bands];
        this.loads = new double[bands];
    }

    /** What all chunks share: shares x, the units' own prices u, and the directions of both. */
    record State(double[] x, double[] u, double[] dx, double[] du) {
        static State of(Columns columns) {
            int size = columns.size();
            int units = columns.units();
            return new State(new double[size], new double[units], new double[size], new double[units]);
        }
    }

    /** Sets x and u on the central path at these prices: {@code x_e = mu / s_e} with the shares summing to one. */
    void start(double[] prices, double mu) {
        Arrays.fill(loads, 0);
        for (int j = from; j < to; j++) {
            int first = columns.first(j);
            int count = open(j);
            double least = Double.POSITIVE_INFINITY;
            for (int o = 0; o < count; o++) {
                slack[o] = columns.cost[first + o] + columns.along(first + o, prices);
                least = Math.min(least, slack[o]);
            }
            u[j] = level(count, least, mu);
            double sum = 0;
            for (int o = 0; o < count; o++) {
                x[first + o] = mu / Math.max(floor(j), slack[o] - u[j]);
                sum += x[first + o];
            }
            for (int o = 0; o < count; o++) {
                x[first + o] /= sum;
                addLoad(loads, first + o, x[first + o]);
            }
        }
    }

    /** The u at which {@code sum mu / (rc - u) = 1}, by Newton steps from the left, where the sum is too large. */
    private double level(int count, double least, double mu) {
        double gap = mu;
        for (int step = 0; step < 30; step++) {
            double sum = 0;
            double slope = 0;
            for (int o = 0; o < count; o++) {
                double share = mu / (slack[o] - least + gap);
                sum += share;
                slope += share * share / mu;
            }
            if (sum < 1 + 1e-9) {
                break;
            }
            gap += (sum - 1) / slope;
        }
        return least - gap;
    }

    private int open(int j) {
        int count = columns.first(j + 1) - columns.first(j);
        if (count > slack.length) {
            slack = new double[count * 2];
            t = new double[count * 2];
            d = new double[count * 2];
        }
        return count;
    }

    private int slacks(int j, double[] prices) {
        int first = columns.first(j);
        int count = open(j);
        double floor = floor(j);
        for (int o = 0; o < count; o++) {
            slack[o] = Math.max(floor, columns.cost[first + o] + columns.along(first + o, prices) - u[j]);
            d[o] = x[first + o] / slack[o];
        }
        return count;
    }

    /** Slacks are differences of reduced costs: below this they are rounding. */
    private double floor(int j) {
        return 1e-12 * (Math.abs(u[j]) + 1);
    }

    /** Adds the chunk's part of the normal matrix and its right-hand side for {@code t = -x}. */
    void assemble(double[] prices, Factor matrix) {
        Arrays.fill(right[0], 0);
        Arrays.fill(loads, 0);
        products[0] = 0;
        bound = 0;
        for (int j = from; j < to; j++) {
            int first = columns.first(j);
            int count = slacks(j, prices);
            double least = Double.POSITIVE_INFINITY;
            double all = 0;
            for (int o = 0; o < count; o++) {
                least = Math.min(least, slack[o]);
                all += d[o];
                products[0] += x[first + o] * slack[o];
                addLoad(loads, first + o, x[first + o]);
                t[o] = -x[first + o];
            }
            bound += least + u[j];
            right(j, count, all, 1, right[0]);
            matrix(first, count, all, matrix);
        }
    }

    private void matrix(int first, int count, double all, Factor matrix) {
        int m = columns.measures;
        for (int o = 0; o < count && count > 1; o++) {
            int a = columns.agent[first + o];
            matrix.add(a, a, d[o] * rest(o, count) / all, columns.load, (first + o) * m, (first + o) * m);
            for (int p = 0; p < o; p++) {
                int b = columns.agent[first + p];
                matrix.add(a, b, -d[o] * d[p] / all, columns.load, (first + o) * m, (first + p) * m);
            }
        }
    }

    /** {@code sum d - d_o} without cancellation. */
    private double rest(int o, int count) {
        double sum = 0;
        for (int p = 0; p < count; p++) {
            sum += p == o ? 0 : d[p];
        }
        return sum;
    }

    /** Adds {@code sum t w + (sum d w)(missing - sum t) / sum d}; only the first right-hand side mends {@code sum x}. */
    private void right(int j, int count, double all, int mend, double[] into) {
        int first = columns.first(j);
        double missing = mend;
        for (int o = 0; o < count; o++) {
            missing -= t[o] + mend * x[first + o];
        }
        for (int o = 0; o < count; o++) {
            addLoad(into, first + o, t[o] + d[o] * missing / all);
        }
    }

    private void addLoad(double[] into, int column, double factor) {
        int band = columns.agent[column] * columns.measures;
        int at = column * columns.measures;
        for (int k = 0; k < columns.measures; k++) {
            into[band + k] += factor * columns.load[at + k];
        }
    }

    /** Follows the affine direction: how far it goes, what it does to the products, and the corrections it asks for. */
    void predict(double[] prices, double[] dpi) {
        Arrays.fill(right[1], 0);
        Arrays.fill(right[2], 0);
        Arrays.fill(products, 1, 4, 0);
        primalStep = Double.POSITIVE_INFINITY;
        dualStep = Double.POSITIVE_INFINITY;
        for (int j = from; j < to; j++) {
            int first = columns.first(j);
            int count = slacks(j, prices);
            double all = 0;
            for (int o = 0; o < count; o++) {
                all += d[o];
                t[o] = -x[first + o];
            }
            direct(j, count, all, 1, dpi);
            for (int o = 0; o < count; o++) {
                t[o] = 1 / slack[o];
            }
            right(j, count, all, 0, right[1]);
            for (int o = 0; o < count; o++) {
                double ds = columns.along(first + o, dpi) - du[j];
                t[o] = -dx[first + o] * ds / slack[o];
            }
            right(j, count, all, 0, right[2]);
        }
    }

    /** The final direction, centred at {@code mu}, with the affine one's second order taken off. */
    void correct(double[] prices, double[] affine, double[] dpi, double mu, double second) {
        primalStep = Double.POSITIVE_INFINITY;
        dualStep = Double.POSITIVE_INFINITY;
        for (int j = from; j < to; j++) {
            int first = columns.first(j);
            int count = slacks(j, prices);
            double all = 0;
            for (int o = 0; o < count; o++) {
                all += d[o];
                double ds = columns.along(first + o, affine) - du[j];
                t[o] = (mu - second * dx[first + o] * ds) / slack[o] - x[first + o];
            }
            direct(j, count, all, 1, dpi);
        }
    }

    private void direct(int j, int count, double all, int mend, double[] dpi) {
        int first = columns.first(j);
        double sum = mend;
        for (int o = 0; o < count; o++) {
            sum += d[o] * columns.along(first + o, dpi) - t[o] - mend * x[first + o];
        }
        du[j] = sum / all;
        for (int o = 0; o < count; o++) {
            double ds = columns.along(first + o, dpi) - du[j];
            double change = t[o] - d[o] * ds;
            dx[first + o] = change;
            products[1] += slack[o] * change;
            products[2] += x[first + o] * ds;
            products[3] += change * ds;
            primalStep = change < 0 ? Math.min(primalStep, -x[first + o] / change) : primalStep;
            dualStep = ds < 0 ? Math.min(dualStep, -slack[o] / ds) : dualStep;
        }
    }

    void move(double primal, double dual) {
        for (int j = from; j < to; j++) {
            u[j] += dual * du[j];
            for (int e = columns.first(j); e < columns.first(j + 1); e++) {
                x[e] += primal * dx[e];
            }
        }
    }
}
