package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Smallest;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Prices of the bands: the duals of the linear relaxation, which give the best Lagrangian bound there is (Geoffrion 1974).
 *
 * <p>First a sketch: the smoothed dual ({@link Ascent}) down to a middling temperature, over all units up to
 * {@value #SAMPLE_UNITS}, beyond that over every second, third and so on while it is hot. Its prices tell which options matter: those within
 * a twentieth of the cost spread of their unit's best, a tenth of all. Over these the interior-point method
 * ({@link Interior}) finds the optimum; then all options are priced, those that would improve it join in, and it goes on
 * (column generation), until the bound over all options is within 3 hundred-thousandths of the optimum over the chosen
 * ones. Where bands are tight the chosen ones may not fill them: then their optimum, if there is one, is far above the
 * sketch's bound, and four times as wide a choice is made. The bound holds for all options at any time.
 */
public final class Pricing {
    private static final int SAMPLE_UNITS = 200_000;
    private static final double SAMPLE_END = 0.04;
    private static final double SKETCH_END = 0.005;
    private static final double WIDE = 0.05;
    private static final double WIDER = 4;
    private static final int WIDENED = 2;
    private static final double FAR_ABOVE = 0.003;
    private static final double START = 0.003;
    private static final int GRANTS = 2;
    private static final int FEW = 2;
    private static final double FINE = 1e-6;
    private static final double CLOSE = 3e-5;
    private static final double COLD = 3e-4;
    private static final double PROOF = 1e-6;
    private static final int MANY_UNITS = 20_000;
    private static final double NO_DOUBT = 1e-6;
    private static final int MOST_AGENTS = 20_000;
    private static final double MOST_WORK = 1e10;
    private static final int MOST_ROUNDS = 5;

    private final Reduced reduced;
    private final AssignmentProblem problem;
    private final Workers workers;
    private final Pace pace;
    private final double spread;
    private final double dearest;
    private final BitSet chosen = new BitSet();
    private double[] best;
    private double bestBound = Double.NEGATIVE_INFINITY;

    private Pricing(Reduced reduced, Workers workers, Pace pace) {
        this.reduced = reduced;
        this.problem = reduced.problem();
        this.workers = workers;
        this.pace = pace;
        this.spread = spread(problem);
        double dearestPlan = dearest(problem);
        this.dearest = dearestPlan + NO_DOUBT * Math.abs(dearestPlan) + 1;
        this.best = new double[problem.bands()];
    }

    /** Runs to the optimum of the linear relaxation, or as far as the pace allows. */
    public static Prices run(Reduced reduced, double @Nullable [] warm, Workers workers, Pace pace) {
        return new Pricing(reduced, workers, pace).run(warm);
    }

    /**
     * Looks for prices that prove a problem without costs infeasible. Its relaxation has no solution then, the elastic
     * slacks must help, and the bound rises above zero.
     */
    public static double[] proof(Reduced withoutCosts, Workers workers, Pace pace) {
        var columns = Columns.of(withoutCosts, e -> true);
        var elimination = eliminate(columns);
        if (elimination == null) {
            return Ascent.runUntilPositive(withoutCosts, workers, pace).best();
        }
        var interior = new Interior(withoutCosts, columns, elimination, 1, workers, pace);
        interior.run(new double[withoutCosts.problem().bands()], 1, FINE, PROOF);
        return interior.best();
    }

    private Prices run(double @Nullable [] warm) {
        var sketch = sketch(warm);
        bound(sketch.best());
        double[] prices = sketch.smooth();
        double[] start = prices;
        double mu = START * spread;
        double width = WIDE * spread;
        Interior interior = null;
        bound(prices);
        for (int round = 0; round < MOST_ROUNDS && bestBound <= dearest && !pace.over(); round++) {
            choose(prices, width);
            var columns = Columns.of(reduced, chosen::get);
            var elimination = eliminate(columns);
            if (elimination == null) {
                return Ascent.run(reduced, warm, workers, pace);
            }
            interior = new Interior(reduced, columns, elimination, spread, workers, pace);
            if (problem.units() >= MANY_UNITS) {
                interior.impatient();
            }
            double far = round < WIDENED ? bestBound + FAR_ABOVE * spread * problem.units() : dearest;
            interior.run(start, mu, FINE, Math.min(far, dearest));
            if (interior.stuck()) {
                return cooled(sketch.smooth());
            }
            double[] found = sound(interior.best());
            double bound = bound(found);
            if (interior.bestBound() > far && bestBound <= dearest) {
                width *= WIDER;
                continue;
            }
            if (interior.bestBound() - bound < CLOSE * Math.abs(bound)) {
                break;
            }
            prices = found;
            start = interior.central();
            mu = interior.centralMu();
            width = WIDE / 2 * spread;
        }
        boolean covers = interior != null && interior.covers();
        return new Prices(
                best, prices, COLD * spread, bestBound, spread, interior == null ? null : interior.result(), covers);
    }

    /** The sketch worked out by falling temperature instead: a bound within some hundredths of a per cent of the optimum. */
    private Prices cooled(double[] sketched) {
        var end = new Ascent.End(Ascent.COLD, Double.POSITIVE_INFINITY);
        var settled = Ascent.settle(reduced, sketched, SKETCH_END, end, workers, pace);
        bound(settled.best());
        return new Prices(best, settled.smooth(), settled.tau(), bestBound, spread, null, false);
    }

    /** The order of elimination, or null where the factor would be too large. */
    private static @Nullable Elimination eliminate(Columns columns) {
        if (columns.agents > MOST_AGENTS) {
            return null;
        }
        var elimination = Elimination.of(columns);
        return elimination.work(columns.measures) > MOST_WORK ? null : elimination;
    }

    /** Smooth prices; those of an optimum sit at the edge, where interior points cannot start. */
    private Prices sketch(double @Nullable [] warm) {
        int sample = warm == null ? Math.max(1, problem.units() / SAMPLE_UNITS) : 1;
        var end = new Ascent.End(SKETCH_END, dearest);
        if (sample == 1) {
            return Ascent.sketch(reduced, 1, end, warm, workers, pace);
        }
        var rough = new Ascent.End(SAMPLE_END, Double.POSITIVE_INFINITY);
        double[] prices =
                Ascent.sketch(reduced, sample, rough, null, workers, pace).smooth();
        return Ascent.settle(reduced, prices, SAMPLE_END, end, workers, pace);
    }

    /**
     * Adds options within a regret of their unit's best, and all where there are two; each agent is granted its nearest, so
     * that it can fill its bands.
     */
    private void choose(double[] prices, double within) {
        double[] least = new double[problem.units()];
        var nearest = new Smallest(problem.agents(), 1 + GRANTS * problem.units() / Math.max(1, problem.agents()));
        for (int u = 0; u < least.length; u++) {
            least[u] = least(u, prices);
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                nearest.offer(problem.agent(e), problem.reducedCost(e, prices) - least[u]);
            }
        }
        for (int u = 0; u < least.length; u++) {
            boolean all = problem.first(u + 1) - problem.first(u) <= FEW;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                double regret = problem.reducedCost(e, prices) - least[u];
                if (all || regret <= Math.max(within, nearest.limit(problem.agent(e)))) {
                    chosen.set(e);
                }
            }
        }
    }

    /**
     * The same without prices on open ends, which loads keep anyway. Where no chosen option weighs on a band its price is
     * anything, and one below 0 would draw all that does weigh on it.
     */
    private double[] sound(double[] prices) {
        double[] sound = prices.clone();
        for (int i = 0; i < sound.length; i++) {
            sound[i] = problem.low(i) == AssignmentProblem.OPEN_LOW ? Math.max(0, sound[i]) : sound[i];
            sound[i] = problem.high(i) == AssignmentProblem.OPEN_HIGH ? Math.min(0, sound[i]) : sound[i];
        }
        return sound;
    }

    private double least(int unit, double[] prices) {
        double least = Double.POSITIVE_INFINITY;
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            least = Math.min(least, problem.reducedCost(e, prices));
        }
        return least;
    }

    private double bound(double[] prices) {
        double bound = 0;
        for (int u = 0; u < problem.units(); u++) {
            bound += least(u, prices);
        }
        for (int i = 0; i < prices.length; i++) {
            bound -= reduced.live()[i] ? prices[i] * (prices[i] >= 0 ? reduced.high()[i] : reduced.low()[i]) : 0;
        }
        if (bound > bestBound) {
            bestBound = bound;
            best = prices.clone();
        }
        return bound;
    }

    /** What the dearest choice of all costs, in millionths: a bound above it proves that no plan keeps the bands. */
    public static long dearest(AssignmentProblem problem) {
        long sum = 0;
        for (int u = 0; u < problem.units(); u++) {
            long most = Long.MIN_VALUE;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                most = Math.max(most, problem.cost(e));
            }
            sum += most;
        }
        return sum;
    }

    static double spread(AssignmentProblem problem) {
        double sum = 0;
        for (int u = 0; u < problem.units(); u++) {
            double least = Double.POSITIVE_INFINITY;
            double total = 0;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                least = Math.min(least, problem.cost(e));
                total += problem.cost(e);
            }
            sum += total / (problem.first(u + 1) - problem.first(u)) - least;
        }
        return Math.max(1, sum / Math.max(1, problem.units()));
    }
}
