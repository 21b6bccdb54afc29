package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Solves the linear relaxation over some columns by a primal-dual interior-point method with Mehrotra's predictor and
 * corrector (SIAM J. Optimization 1992). One iteration is one step: the units are eliminated one by one
 * ({@link UnitTerms}), the bands' normal equations go through a sparse Cholesky factor ({@link Factor}). Reduced costs
 * stay non-negative throughout, so every iterate has a valid bound. 15 to 40 iterations, whatever the size.
 */
final class Interior {
    private static final int CHUNKS = 8;
    private static final long MOST_ENTRIES = 30_000_000;
    private static final int MOST_ITERATIONS = 100;
    private static final double SHORT_OF_EDGE = 0.995;
    private static final double DEAREST = 1e5;
    private static final double CENTRAL = 1e-3;
    private static final double NEGLIGIBLE = 1e-5;
    private static final double LEAST_CENTRING = 0.03;
    private static final int TRIED = 15;
    private static final double STUCK = 0.9;

    private final Columns columns;
    private final Workers workers;
    private final Pace pace;
    private final double spread;
    private final BandTerms bands;
    private final UnitTerms[] units;
    private final Factor[] matrix;
    private final int chunks;
    private final UnitTerms.State state;
    private final double[] loads;
    private double[] best;
    private double bestBound = Double.NEGATIVE_INFINITY;
    private double mu;
    private double[] central;
    private double centralMu;
    private boolean impatient;
    private boolean stuck;

    /** @param spread the problem's scale of cost */
    Interior(Reduced reduced, Columns columns, Elimination elimination, double spread, Workers workers, Pace pace) {
        this.columns = columns;
        this.workers = workers;
        this.pace = pace;
        this.spread = spread;
        this.state = UnitTerms.State.of(columns);
        this.bands = new BandTerms(reduced, dearest(), columns.settled);
        this.loads = new double[reduced.low().length];
        this.best = new double[loads.length];
        this.central = best;
        this.chunks =
                (int) Math.max(1, Math.min(CHUNKS, MOST_ENTRIES / Math.max(1, elimination.entries(columns.measures))));
        this.units = new UnitTerms[chunks];
        this.matrix = new Factor[chunks];
        for (int c = 0; c < chunks; c++) {
            int from = (int) ((long) columns.units() * c / chunks);
            int to = (int) ((long) columns.units() * (c + 1) / chunks);
            units[c] = new UnitTerms(columns, from, to, state);
            matrix[c] = c == 0 ? new Factor(elimination, columns.measures) : matrix[0].sibling();
        }
    }

    private double[] dearest() {
        int m = columns.measures;
        double[] sum = new double[m];
        for (int e = 0; e < columns.size(); e++) {
            for (int k = 0; k < m; k++) {
                sum[k] += Math.abs(columns.load[e * m + k]);
            }
        }
        double[] most = new double[columns.agents * m];
        for (int i = 0; i < most.length; i++) {
            double mean = sum[i % m] / Math.max(1, columns.size());
            most[i] = DEAREST * spread / Math.max(1e-3, mean);
        }
        return most;
    }

    /**
     * Runs from prices and a first distance to the edge until the gap between shares and prices is below a part
     * {@code tolerance} of the bound, or the bound is above {@code enough}.
     */
    void run(double[] prices, double start, double tolerance, double enough) {
        mu = start;
        central = prices;
        centralMu = start;
        bands.price(prices);
        workers.run(chunks, c -> units[c].start(bands.price, mu));
        sumLoads();
        bands.start(loads, mu);
        for (int iteration = 0; iteration < MOST_ITERATIONS && pace.begin(); iteration++) {
            double gap = assemble();
            double scale = Math.max(Math.abs(bestBound), 1e-3 * spread * columns.units());
            if (gap < tolerance * scale || bestBound > enough) {
                break;
            }
            stuck = impatient && iteration == TRIED && mu > STUCK * start;
            if (stuck) {
                break;
            }
            if (mu >= CENTRAL * spread) {
                central = bands.price.clone();
                centralMu = mu;
            }
            if (!step()) {
                break;
            }
        }
    }

    /** Builds and factorises the normal equations; answers the complementarity gap. */
    private double assemble() {
        workers.run(chunks, c -> {
            matrix[c].clear();
            units[c].assemble(bands.price, matrix[c]);
        });
        sumLoads();
        double bound = sum(t -> t.bound) - bands.charge();
        if (bound > bestBound) {
            bestBound = bound;
            best = bands.price.clone();
        }
        for (int c = 1; c < chunks; c++) {
            matrix[0].add(matrix[c]);
        }
        for (int i = 0; i < loads.length; i++) {
            matrix[0].addDiagonal(i, bands.diagonal(i));
        }
        matrix[0].factorise(workers);
        double gap = bands.complementarity() + sum(t -> t.products[0]);
        mu = gap / (columns.size() + bands.pairs());
        return gap;
    }

    private void sumLoads() {
        Arrays.fill(loads, 0);
        for (var chunk : units) {
            for (int i = 0; i < loads.length; i++) {
                loads[i] += chunk.loads[i];
            }
        }
    }

    private double sum(ToDoubleFunction<UnitTerms> value) {
        double sum = 0;
        for (var chunk : units) {
            sum += value.applyAsDouble(chunk);
        }
        return sum;
    }

    /** Moves along Mehrotra's direction; false where rounding has left none, and the iterate stays as it is. */
    private boolean step() {
        double[] affine = matrix[0].solve(right(0, 0));
        workers.run(chunks, c -> units[c].predict(bands.price, affine));
        bands.direct(affine, loads, 0, 0);
        double target = centred();
        double second = length(bands.primalStep, t -> t.primalStep) * length(bands.dualStep, t -> t.dualStep);
        double[] dpi = matrix[0].solve(right(target, second));
        if (!Arrays.stream(dpi).allMatch(Double::isFinite)) {
            return false;
        }
        workers.run(chunks, c -> units[c].correct(bands.price, affine, dpi, target, second));
        bands.direct(dpi, loads, target, second);
        double primal = length(bands.primalStep, t -> t.primalStep);
        double dual = length(bands.dualStep, t -> t.dualStep);
        workers.run(chunks, c -> units[c].move(primal, dual));
        bands.move(dpi, primal, dual);
        return true;
    }

    private double[] right(double target, double second) {
        double[] sum = new double[loads.length];
        for (int i = 0; i < sum.length; i++) {
            for (var chunk : units) {
                sum[i] += chunk.right[0][i] + target * chunk.right[1][i] + second * chunk.right[2][i];
            }
            sum[i] += bands.right(i, target, second, loads[i]);
        }
        return sum;
    }

    /** Mehrotra's target: the further the affine step gets, the less centring. */
    private double centred() {
        double primal = Math.min(1, length(bands.primalStep, t -> t.primalStep) / SHORT_OF_EDGE);
        double dual = Math.min(1, length(bands.dualStep, t -> t.dualStep) / SHORT_OF_EDGE);
        double now = sum(t -> t.products[0]) + bands.products[0];
        double then = now
                + primal * (sum(t -> t.products[1]) + bands.products[1])
                + dual * (sum(t -> t.products[2]) + bands.products[2])
                + primal * dual * (sum(t -> t.products[3]) + bands.products[3]);
        double ratio = Math.max(0, then / now);
        return Math.max(LEAST_CENTRING, ratio * ratio * ratio) * mu;
    }

    private double length(double edge, ToDoubleFunction<UnitTerms> its) {
        double least = edge;
        for (var chunk : units) {
            least = Math.min(least, its.applyAsDouble(chunk));
        }
        return Math.min(1, SHORT_OF_EDGE * least);
    }

    /** Makes it stop where its first {@value #TRIED} iterations lead nowhere. */
    void impatient() {
        impatient = true;
    }

    /** Whether it stopped so: loads have to travel so far that each step ends at some option's edge. */
    boolean stuck() {
        return stuck;
    }

    /** The prices of the best bound. */
    double[] best() {
        return best;
    }

    double bestBound() {
        return bestBound;
    }

    double[] prices() {
        return bands.price;
    }

    Shares result() {
        return columns.shares(state.x());
    }

    /** Whether the shares keep all bands, but for a negligible part of what they hold. */
    boolean covers() {
        return bands.outside(loads) < NEGLIGIBLE;
    }

    /** Prices of an iterate far enough from the edge to start again from when columns join in. */
    double[] central() {
        return central;
    }

    /** Mean complementarity at {@link #central}. */
    double centralMu() {
        return centralMu;
    }
}
