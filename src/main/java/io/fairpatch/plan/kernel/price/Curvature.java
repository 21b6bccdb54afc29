package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;

/**
 * The negated Hessian of the smoothed dual at a {@link DualPass}, built where its factor is small ({@link BuiltCurvature}),
 * else applied without ever being built:
 *
 * <pre>H d = (1/tau) sum_j [sum_e p_e w_e (w_e'd - s_j)] + band terms,   s_j = sum_e p_e w_e'd</pre>
 *
 * plus a damping {@code nu raw + 1e-6 scale^2 / tauB} that keeps it positive definite, {@code raw} being the diagonal
 * without the rank-one part. One product is O(active options x measures): a few per cent of all options once prices
 * have settled, so memory stays linear where a dense matrix would be quadratic in agents.
 */
final class Curvature {
    private static final double FLOOR = 1e-6;
    private static final double TOLERANCE = 1e-2;
    private static final int MOST_PRODUCTS = 200;

    private final AssignmentProblem problem;
    private final Reduced reduced;
    private final double[] scale;
    /** For each band its raw diagonal, then the one less its rank-one part. */
    private final double[] squares;

    private final double[] diagonal;
    private final double[] fixed;
    private final ChunkSums squareSums;
    private final ChunkSums sums;
    private final AgentBlocks blocks;
    private final BuiltCurvature factor;
    private boolean built = true;

    Curvature(Reduced reduced, double[] scale, Workers workers) {
        this.problem = reduced.problem();
        this.reduced = reduced;
        this.scale = scale;
        this.squares = new double[2 * problem.bands()];
        this.diagonal = new double[problem.bands()];
        this.fixed = new double[problem.bands()];
        this.blocks = new AgentBlocks(reduced, workers);
        this.squareSums = new ChunkSums(squares.length, workers);
        this.sums = new ChunkSums(problem.bands(), workers);
        this.factor = new BuiltCurvature(reduced, workers);
    }

    /** Reads off the diagonals at a pass. */
    void at(DualPass pass, double[] prices, double damping) {
        double weight = pass.weight() / pass.tau();
        Arrays.fill(squares, 0);
        squareSums.addTo(squares, (chunk, sum) -> addSquares(pass.active(chunk), weight, sum));
        for (int i = 0; i < fixed.length; i++) {
            double floor = FLOOR * scale[i] * scale[i] / pass.tauB();
            fixed[i] = pass.bandCurvature(i, prices[i]) + damping * squares[2 * i] + floor;
            diagonal[i] = squares[2 * i + 1] + fixed[i];
        }
    }

    /** Adds {@code weight p w^2} of each option, and {@code weight p (1 - p) w^2} beside it. */
    private void addSquares(Active active, double weight, double[] sum) {
        for (int at = 0; at < active.size(); at++) {
            int option = active.option(at);
            int band = problem.agent(option) * problem.measures();
            double share = active.share(at);
            for (int k = 0; k < problem.measures(); k++) {
                double square = share * weight * problem.load(option, k) * problem.load(option, k);
                sum[2 * (band + k)] += square;
                sum[2 * (band + k) + 1] += square * (1 - share);
            }
        }
    }

    /** Whether it was built the last time, so that many options cost little. */
    boolean built() {
        return built;
    }

    /** Solves {@code H d = g}. */
    double[] solve(DualPass pass, double[] g) {
        double[] solution = factor.solve(pass, fixed, g);
        built = solution != null;
        return solution == null ? approach(pass, g) : solution;
    }

    /** By conjugate gradients preconditioned by each agent's own block, to a relative residual of 1e-2 or 200 products. */
    private double[] approach(DualPass pass, double[] g) {
        blocks.at(pass, fixed);
        int n = g.length;
        double[] d = new double[n];
        double[] residual = g.clone();
        double[] direction = new double[n];
        double[] image = new double[n];
        double before = 0;
        double[] nearer = new double[n];
        double target = 0;
        for (int product = 0; product < MOST_PRODUCTS; product++) {
            blocks.solve(residual, nearer);
            double now = dot(residual, nearer);
            target = product == 0 ? TOLERANCE * TOLERANCE * now : target;
            if (now <= target) {
                break;
            }
            double keep = product == 0 ? 0 : now / before;
            for (int i = 0; i < n; i++) {
                direction[i] = nearer[i] + keep * direction[i];
            }
            apply(pass, direction, image);
            double step = now / dot(direction, image);
            for (int i = 0; i < n; i++) {
                d[i] += step * direction[i];
                residual[i] -= step * image[i];
            }
            before = now;
        }
        return d;
    }

    /** The step along the diagonal alone. */
    double[] diagonalStep(double[] g) {
        double[] d = new double[g.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = reduced.live()[i] ? g[i] / diagonal[i] : 0;
        }
        return d;
    }

    private void apply(DualPass pass, double[] d, double[] image) {
        for (int i = 0; i < d.length; i++) {
            image[i] = fixed[i] * d[i];
        }
        double weight = pass.weight() / pass.tau();
        sums.addTo(image, (chunk, sum) -> {
            var active = pass.active(chunk);
            for (int group = 0; group < active.groups(); group++) {
                addGroup(active, group, weight, d, sum);
            }
        });
    }

    private void addGroup(Active active, int group, double weight, double[] d, double[] sum) {
        double mean = 0;
        for (int at = active.start(group); at < active.start(group + 1); at++) {
            mean += active.share(at) * along(active.option(at), d);
        }
        for (int at = active.start(group); at < active.start(group + 1); at++) {
            int option = active.option(at);
            double pull = weight * active.share(at) * (along(option, d) - mean);
            int band = problem.agent(option) * problem.measures();
            for (int k = 0; k < problem.measures(); k++) {
                sum[band + k] += pull * problem.load(option, k);
            }
        }
    }

    private double along(int option, double[] d) {
        double sum = 0;
        int band = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            sum += d[band + k] * problem.load(option, k);
        }
        return sum;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
