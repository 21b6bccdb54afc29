package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Maximises the smoothed dual of {@link DualPass} by damped Newton steps while the temperature falls.
 *
 * <p>At a temperature the step solves {@code (H + damping) d = g} ({@link Curvature}), is clamped to
 * {@code 8 tau (units / agents) / scale_i}, and is shortened by the secant rule while the slope along it has turned
 * clearly negative. The temperature starts at 0.3 of the problem's cost spread and halves: prices travel far while the
 * surface is smooth, and settle while it is sharp. {@link Pricing} stops at 0.005 and goes on by interior points; where
 * the bands' normal equations are too large for that, it goes down to 0.0003. A first-order method cannot move prices over
 * a long range, which is why the curvature is worth its cost. One step is one pass over the options.
 */
public final class Ascent {
    private static final double HOT = 0.3;
    private static final double WARM = 0.01;
    static final double COLD = 0.0003;
    private static final double PROOF = 1e-6;
    private static final double SETTLED = 2e-6;
    private static final double SETTLED_WARM = 0.02;
    /** Of many units: what is left undone while prices travel easily takes ten times as long when it is cold. */
    private static final double SETTLED_MANY = 0.005;

    private static final int MOST_ITERATIONS = 60;
    private static final int MANY_UNITS = 8_000;
    /** For each pair of an agent's measures, since so many curvatures are read off the sample. */
    private static final long ENOUGH_ACTIVE = 37_500;

    private static final long ENOUGH_BUILT = 1_200_000;

    private final Reduced reduced;
    private final Pace pace;
    private final int sample;
    private final DualPass pass;
    private final Curvature curvature;
    private final double[] scale;
    private final double spread;
    private final double[] best;
    private double[] prices;
    private double bestBound = Double.NEGATIVE_INFINITY;
    private double damping = 1e-3;
    private double tau;
    private double enough = Double.POSITIVE_INFINITY;

    private Ascent(Reduced reduced, int sample, double @Nullable [] warm, Workers workers, Pace pace) {
        this.reduced = reduced;
        this.pace = pace;
        this.pass = new DualPass(reduced, sample, workers);
        this.sample = sample;
        this.scale = scales(reduced);
        this.curvature = new Curvature(reduced, scale, workers);
        this.spread = Pricing.spread(reduced.problem());
        this.prices = warm == null ? new double[scale.length] : liveOnly(reduced, warm);
        this.best = prices.clone();
        this.tau = (warm == null ? HOT : WARM) * spread;
    }

    /** Runs the whole schedule, or as far as the pace allows; warm prices start it at a low temperature. */
    public static Prices run(Reduced reduced, double @Nullable [] warm, Workers workers, Pace pace) {
        return run(new Ascent(reduced, 1, warm, workers, pace), COLD);
    }

    /**
     * Where a sketch ends.
     *
     * @param temperature the last one, as a part of the spread
     * @param enough a bound above this needs no better one
     */
    record End(double temperature, double enough) {}

    /** Runs on every {@code sample}-th unit: prices to start from, those of the bound where it is enough. */
    static Prices sketch(Reduced reduced, int sample, End end, double @Nullable [] warm, Workers workers, Pace pace) {
        var ascent = new Ascent(reduced, sample, warm, workers, pace);
        ascent.enough = end.enough();
        return run(ascent, end.temperature());
    }

    /** Goes on over all units from the prices of a sketch that ended at this part of the spread. */
    static Prices settle(Reduced reduced, double[] sketched, double from, End end, Workers workers, Pace pace) {
        var ascent = new Ascent(reduced, 1, sketched, workers, pace);
        ascent.tau = from * ascent.spread;
        ascent.enough = end.enough();
        return run(ascent, end.temperature());
    }

    private static Prices run(Ascent ascent, double cold) {
        double end = cold * ascent.spread;
        while (ascent.level() && ascent.tau > end) {
            ascent.tau = Math.max(end, ascent.tau / 2);
        }
        return ascent.result();
    }

    /**
     * Looks for prices that prove a problem without costs infeasible: stops as soon as the bound is positive. The dual of
     * an infeasible problem is unbounded, so falling temperatures let the prices run off in the right direction.
     */
    static Prices runUntilPositive(Reduced withoutCosts, Workers workers, Pace pace) {
        var ascent = new Ascent(withoutCosts, 1, null, workers, pace);
        ascent.enough = PROOF * ascent.spread;
        double end = COLD * ascent.spread;
        while (ascent.bestBound < ascent.enough && ascent.level() && ascent.tau > end) {
            ascent.tau = Math.max(end, ascent.tau / 2);
        }
        return ascent.result();
    }

    private static double[] liveOnly(Reduced reduced, double[] prices) {
        double[] live = prices.clone();
        for (int i = 0; i < live.length; i++) {
            live[i] = reduced.live()[i] ? live[i] : 0;
        }
        return live;
    }

    private Prices result() {
        return new Prices(best, prices, tau, bestBound, spread, null, false);
    }

    /** Works at one temperature; false when the pace has run out. */
    private boolean level() {
        if (!evaluate(prices)) {
            return false;
        }
        double warm = reduced.problem().units() < MANY_UNITS ? SETTLED_WARM : SETTLED_MANY;
        double settled = Math.max(SETTLED, warm * tau / spread);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[] step = direction();
            double slope = Curvature.dot(pass.gradient(), step);
            if (slope < settled * Math.abs(bestBound) || !(slope > 0)) {
                return true;
            }
            if (!search(step, slope) || bestBound > enough) {
                return false;
            }
        }
        return true;
    }

    private double[] direction() {
        curvature.at(pass, prices, damping);
        double[] step = curvature.solve(pass, pass.gradient());
        if (!(Curvature.dot(pass.gradient(), step) > 0)) {
            step = curvature.diagonalStep(pass.gradient());
        }
        double reach = 8
                * tau
                * reduced.problem().units()
                / Math.max(1, reduced.problem().agents());
        for (int i = 0; i < step.length; i++) {
            double most = reach / scale[i];
            step[i] = Math.max(-most, Math.min(most, step[i]));
        }
        return step;
    }

    /** Finds a length along the step where the value has risen and the slope has not turned steeply down. */
    private boolean search(double[] step, double slope) {
        double start = pass.value();
        double[] from = prices;
        double length = 1;
        for (int trial = 0; trial < 4; trial++) {
            double[] there = moved(from, step, length);
            if (!evaluate(there)) {
                return false;
            }
            double slopeThere = Curvature.dot(pass.gradient(), step);
            if (slopeThere > -0.5 * slope && pass.value() >= start) {
                damping = trial == 0 ? Math.max(1e-7, damping / 3) : Math.min(10, damping * 3);
                prices = there;
                return true;
            }
            length *= Math.max(0.1, Math.min(0.7, slope / Math.max(1e-300, slope - slopeThere)));
        }
        damping = Math.min(1e3, damping * 10);
        return evaluate(from);
    }

    private static double[] moved(double[] from, double[] step, double length) {
        double[] there = from.clone();
        for (int i = 0; i < there.length; i++) {
            there[i] += length * step[i];
        }
        return there;
    }

    private boolean evaluate(double[] at) {
        if (!pace.begin()) {
            return false;
        }
        pass.run(at, tau, stride());
        if (pass.bound() > bestBound) {
            bestBound = pass.bound();
            System.arraycopy(at, 0, best, 0, best.length);
        }
        return true;
    }

    /** Curvature may be sampled where many units share out; value and gradient never are. */
    private int stride() {
        if (reduced.problem().units() / sample < MANY_UNITS) {
            return 1;
        }
        long active = (pass.tau() == 0 ? reduced.problem().options() : pass.activeOptions()) / sample;
        long pairs = (long) reduced.problem().measures() * reduced.problem().measures();
        long enoughActive = curvature.built() ? ENOUGH_BUILT : ENOUGH_ACTIVE * pairs;
        int stride = 1;
        while (stride < 8 && active / stride > enoughActive) {
            stride *= 2;
        }
        return stride;
    }

    private static double[] scales(Reduced reduced) {
        double[] scale = new double[reduced.low().length];
        var problem = reduced.problem();
        for (int i = 0; i < scale.length; i++) {
            double high = reduced.high()[i] == problem.high(i) ? Math.abs((double) reduced.high()[i]) : 0;
            double low = reduced.low()[i] == problem.low(i) ? Math.abs((double) reduced.low()[i]) : 0;
            scale[i] = Math.max(1, Math.max(low, high));
        }
        return scale;
    }
}
