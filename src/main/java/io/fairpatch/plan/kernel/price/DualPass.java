package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One evaluation of the smoothed dual, O(options x measures):
 *
 * <pre>D_tau(pi) = -tau sum_j ln sum_e exp(-rc_e / tau) - sum_i [pi_i mid_i + tauB ln(2 cosh(pi_i half_i / tauB))]</pre>
 *
 * with mid and half of each band and {@code tauB = tau x units / live bands}. It is concave and differentiable: the
 * first part is the entropy-smoothed minimum over options, the second the entropy-smoothed maximum over both ends of
 * the band. Its gradient is {@code E_i - (mid_i + half_i tanh(pi_i half_i / tauB))} with the expected loads E under the
 * shares {@code p_e ~ exp(-rc_e / tau)}. The unsmoothed bound D comes for free.
 *
 * <p>Units are summed in {@value #CHUNKS} fixed chunks, so that the result is the same on any number of threads.
 */
final class DualPass {
    /** Fixed too: what has sums of its own for each thread has these. */
    static final int PARTS = 4;

    static final int CHUNKS = 16;
    private static final double LEAST_SHARE = 1e-3;
    private static final double FAR = 30;

    private final Reduced reduced;
    private final AssignmentProblem problem;
    private final Workers workers;
    private final Active[] active = new Active[CHUNKS];
    private final double[][] expected;
    private final double[] values = new double[CHUNKS];
    private final double[] bounds = new double[CHUNKS];
    private final double[] gradient;
    private final double tauBand;
    private double value;
    private double bound;
    private final int sample;
    private int stride = 1;
    private double tau;

    /** @param sample every {@code sample}-th unit stands for that many */
    DualPass(Reduced reduced, int sample, Workers workers) {
        this.sample = sample;
        this.reduced = reduced;
        this.problem = reduced.problem();
        this.workers = workers;
        this.expected = new double[CHUNKS][problem.bands()];
        this.gradient = new double[problem.bands()];
        this.tauBand = problem.units() / (double) Math.max(1, reduced.liveBands());
        Arrays.setAll(active, chunk -> new Active());
    }

    /** The chunks of one of {@value #PARTS} parts, among which they are dealt out. */
    static IntStream dealt(int part) {
        return IntStream.iterate(part, chunk -> chunk < CHUNKS, chunk -> chunk + PARTS);
    }

    /** Evaluates at these prices; every {@code every}-th unit enters the curvature. */
    void run(double[] prices, double temperature, int every) {
        tau = temperature;
        stride = every;
        workers.run(CHUNKS, chunk -> chunk(chunk, prices));
        Arrays.fill(gradient, 0);
        value = 0;
        bound = 0;
        for (int chunk = 0; chunk < CHUNKS; chunk++) {
            value += sample * values[chunk];
            bound += sample * bounds[chunk];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += sample * expected[chunk][i];
            }
        }
        bands(prices);
    }

    private void chunk(int chunk, double[] prices) {
        Arrays.fill(expected[chunk], 0);
        active[chunk].clear();
        values[chunk] = 0;
        bounds[chunk] = 0;
        int from = (int) ((long) problem.units() * chunk / CHUNKS);
        int to = (int) ((long) problem.units() * (chunk + 1) / CHUNKS);
        double[] reducedCost = new double[32];
        for (int u = (from + sample - 1) / sample * sample; u < to; u += sample) {
            int count = problem.first(u + 1) - problem.first(u);
            if (count > reducedCost.length) {
                reducedCost = new double[count * 2];
            }
            unit(chunk, u, prices, reducedCost);
        }
    }

    private void unit(int chunk, int unit, double[] prices, double[] reducedCost) {
        int first = problem.first(unit);
        int count = problem.first(unit + 1) - first;
        double least = Double.POSITIVE_INFINITY;
        for (int o = 0; o < count; o++) {
            reducedCost[o] = problem.reducedCost(first + o, prices);
            least = Math.min(least, reducedCost[o]);
        }
        double sum = 0;
        for (int o = 0; o < count; o++) {
            double far = (reducedCost[o] - least) / tau;
            reducedCost[o] = far > FAR ? 0 : Math.exp(-far);
            sum += reducedCost[o];
        }
        values[chunk] += least - tau * Math.log(sum);
        bounds[chunk] += least;
        for (int o = 0; o < count; o++) {
            if (reducedCost[o] > 0) {
                share(chunk, unit, first + o, reducedCost[o] / sum);
            }
        }
        active[chunk].close();
    }

    private void share(int chunk, int unit, int option, double share) {
        int band = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            expected[chunk][band + k] += share * problem.load(option, k);
        }
        if (share > LEAST_SHARE && unit / sample % stride == 0) {
            active[chunk].add(option, share);
        }
    }

    private void bands(double[] prices) {
        for (int i = 0; i < gradient.length; i++) {
            if (!reduced.live()[i]) {
                gradient[i] = 0;
                continue;
            }
            double far = prices[i] * half(i) / tauB();
            value -= prices[i] * mid(i) + tauB() * (Math.abs(far) + Math.log1p(Math.exp(-2 * Math.abs(far))));
            bound -= prices[i] * (prices[i] >= 0 ? reduced.high()[i] : reduced.low()[i]);
            gradient[i] -= mid(i) + half(i) * Math.tanh(far);
        }
    }

    /** Curvature of the band's own term: {@code (half^2 / tauB) / cosh^2(pi half / tauB)}. */
    double bandCurvature(int band, double price) {
        double tanh = Math.tanh(price * half(band) / tauB());
        return half(band) * half(band) / tauB() * (1 - tanh * tanh);
    }

    double tauB() {
        return tau * tauBand;
    }

    private double mid(int band) {
        return 0.5 * reduced.low()[band] + 0.5 * reduced.high()[band];
    }

    private double half(int band) {
        return 0.5 * reduced.high()[band] - 0.5 * reduced.low()[band];
    }

    double value() {
        return value;
    }

    /** The plain Lagrangian bound at the same prices, in floating point. */
    double bound() {
        return bound;
    }

    double[] gradient() {
        return gradient;
    }

    double tau() {
        return tau;
    }

    Active active(int chunk) {
        return active[chunk];
    }

    /** Options that enter the curvature, as if every unit did. */
    long activeOptions() {
        long sum = 0;
        for (var list : active) {
            sum += list.size();
        }
        return sum * stride * sample;
    }

    /** How many units one in the curvature stands for. */
    int weight() {
        return stride * sample;
    }
}
