package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The smoothed dual against its formula, its slope against differences of values, its curvature against those of slopes. */
final class DualPassTest {
    /** So hot that no share is too small for the curvature. */
    private static final double HOT = 6e7;

    private static final double H = 1e-4;

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 11, 13})
    void value_bound_and_slope_are_those_of_the_formula(long seed) {
        var reduced = Presolve.pinsOnly(RandomProblems.draw(seed, 60, 6));
        double[] prices = Drawn.prices(reduced, 1.5, seed);
        for (double tau : new double[] {HOT, 3e5}) {
            var pass = pass(reduced, prices, tau);
            double value = value(reduced, prices, tau, 1);
            assertThat(pass.value()).isCloseTo(value, within(1e-9 * (1 + Math.abs(value))));
            assertThat(pass.bound()).isCloseTo(Drawn.bound(reduced, prices), within(1e-3));
            assertThat(pass.tauB()).isEqualTo(tau * reduced.problem().units() / Math.max(1, reduced.liveBands()));
        }
        double[] slope = pass(reduced, prices, HOT).gradient();
        for (int i = 0; i < slope.length; i++) {
            double[] up = moved(prices, i, H);
            double[] down = moved(prices, i, -H);
            double rise = (value(reduced, up, HOT, 1) - value(reduced, down, HOT, 1)) / (2 * H);
            assertThat(slope[i]).as("slope %d", i).isCloseTo(reduced.live()[i] ? rise : 0, within(2e3));
        }
    }

    @Test
    void a_sample_stands_for_all_units_and_a_stride_for_those_of_the_curvature() {
        var reduced = Presolve.pinsOnly(chosen(90, 5, 5));
        double[] prices = Drawn.prices(reduced, 0.5, 4);
        var pass = Drawn.alone(workers -> {
            var sampled = new DualPass(reduced, 3, workers);
            sampled.run(prices, HOT, 2);
            return sampled;
        });
        double value = value(reduced, prices, HOT, 3);
        assertThat(pass.value()).isCloseTo(value, within(1e-9 * Math.abs(value)));
        assertThat(pass.weight()).isEqualTo(6);
        int inCurvature = (int) IntStream.range(0, 90).filter(u -> u % 6 == 0).count();
        assertThat(pass.activeOptions()).isEqualTo(inCurvature * 5L * 6);
        assertThat(pass.tau()).isEqualTo(HOT);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 3_001})
    void a_step_solves_the_equations_of_the_curvature(int agents) {
        var reduced = Presolve.pinsOnly(chosen(70, 4, agents));
        double[] prices = Drawn.prices(reduced, 0.3, 9);
        double[] scale = new double[prices.length];
        Arrays.fill(scale, 3e8);
        double damping = 0.25;
        Drawn.alone(workers -> {
            var curvature = new Curvature(reduced, scale, workers);
            var pass = new DualPass(reduced, 1, workers);
            pass.run(prices, HOT, 1);
            curvature.at(pass, prices, damping);
            double[] g = pass.gradient().clone();
            double[] step = curvature.solve(pass, g);
            assertThat(curvature.built()).isEqualTo(agents <= 3_000);
            double[][] h = differences(reduced, prices);
            double[] raw = raw(reduced, prices);
            double off = 0;
            double all = 0;
            double[] alone = curvature.diagonalStep(g);
            for (int i = 0; i < h.length; i++) {
                double added = damping * raw[i] + 1e-6 * scale[i] * scale[i] / pass.tauB();
                double left = g[i] - added * step[i];
                for (int j = 0; j < h.length; j++) {
                    left -= h[i][j] * step[j];
                }
                off += left * left / (h[i][i] + added);
                all += g[i] * g[i] / (h[i][i] + added);
                assertThat(alone[i]).isCloseTo(g[i] / (h[i][i] + added), within(1e-4 * Math.abs(alone[i])));
            }
            assertThat(Math.sqrt(off / all)).isLessThan(curvature.built() ? 1e-5 : 1.01e-2);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 3_001})
    void threads_make_no_difference_to_a_step(int agents) {
        var reduced = Presolve.pinsOnly(chosen(700, 4, agents));
        double[] prices = Drawn.prices(reduced, 0.3, 9);
        double[] scale = new double[prices.length];
        Arrays.fill(scale, 3e8);
        double[][] steps = new double[2][];
        for (int threads = 1; threads <= 2; threads++) {
            try (var workers = new Workers(threads)) {
                var curvature = new Curvature(reduced, scale, workers);
                var pass = new DualPass(reduced, 1, workers);
                pass.run(prices, HOT, 1);
                curvature.at(pass, prices, 0.25);
                steps[threads - 1] = curvature.solve(pass, pass.gradient());
            }
        }
        assertThat(steps[1]).isEqualTo(steps[0]).isNotEqualTo(new double[prices.length]);
    }

    /** Minus the change of each slope with each price of the first agents. */
    private static double[][] differences(Reduced reduced, double[] prices) {
        int n = 4 * reduced.problem().measures();
        double[][] h = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] up = pass(reduced, moved(prices, j, H), HOT).gradient();
            double[] down = pass(reduced, moved(prices, j, -H), HOT).gradient();
            for (int i = 0; i < n; i++) {
                h[i][j] = (down[i] - up[i]) / (2 * H);
            }
        }
        return h;
    }

    /** {@code sum p w^2 / tau} a band. */
    private static double[] raw(Reduced reduced, double[] prices) {
        var problem = reduced.problem();
        double[] raw = new double[problem.bands()];
        for (int u = 0; u < problem.units(); u++) {
            int first = problem.first(u);
            int end = problem.first(u + 1);
            double[] weight = IntStream.range(first, end)
                    .mapToDouble(e -> Math.exp(-Drawn.priced(reduced, prices, e) / HOT))
                    .toArray();
            double sum = Arrays.stream(weight).sum();
            for (int e = first; e < end; e++) {
                for (int k = 0; k < problem.measures(); k++) {
                    double load = problem.load(e, k);
                    raw[problem.agent(e) * problem.measures() + k] += weight[e - first] / sum * load * load / HOT;
                }
            }
        }
        return raw;
    }

    private static DualPass pass(Reduced reduced, double[] prices, double tau) {
        return Drawn.alone(workers -> {
            var pass = new DualPass(reduced, 1, workers);
            pass.run(prices, tau, 1);
            return pass;
        });
    }

    private static double[] moved(double[] prices, int band, double by) {
        double[] there = prices.clone();
        there[band] += by;
        return there;
    }

    /** The formula as it stands in the documentation, over every {@code sample}-th unit. */
    private static double value(Reduced reduced, double[] prices, double tau, int sample) {
        var problem = reduced.problem();
        double value = 0;
        for (int u = 0; u < problem.units(); u += sample) {
            double[] cost = IntStream.range(problem.first(u), problem.first(u + 1))
                    .mapToDouble(e -> Drawn.priced(reduced, prices, e))
                    .toArray();
            double least = Arrays.stream(cost).min().orElseThrow();
            double sum =
                    Arrays.stream(cost).map(c -> Math.exp((least - c) / tau)).sum();
            value += sample * (least - tau * Math.log(sum));
        }
        double tauB = tau * problem.units() / Math.max(1, reduced.liveBands());
        for (int i = 0; i < prices.length; i++) {
            if (reduced.live()[i]) {
                double mid = (reduced.high()[i] + reduced.low()[i]) / 2.0;
                double half = (reduced.high()[i] - reduced.low()[i]) / 2.0;
                double far = Math.abs(prices[i] * half / tauB);
                double soft = far > 300 ? far : Math.log(2 * Math.cosh(far));
                value -= prices[i] * mid + tauB * soft;
            }
        }
        return value;
    }

    /** Every unit may go to the first agents, at loads and costs of its own; two measures, bands that bind. */
    private static AssignmentProblem chosen(int units, int used, int agents) {
        List<String> names = new ArrayList<>();
        IntStream.range(0, agents).forEach(a -> names.add("r" + a));
        var builder = new ProblemBuilder(names, List.of("m0", "m1"));
        for (int a = 0; a < used; a++) {
            builder.band(a, 0, 100 * Scale.ONE, 180 * Scale.ONE).band(a, 1, 150 * Scale.ONE, 220 * Scale.ONE);
        }
        var random = new SplittableRandom(units);
        for (int u = 0; u < units; u++) {
            builder.unit("u" + u);
            for (int a = 0; a < used; a++) {
                builder.option(a, random.nextInt(20) * Scale.ONE, amount(random), amount(random));
            }
        }
        return builder.build();
    }

    private static long amount(SplittableRandom random) {
        return (1 + random.nextInt(20)) * Scale.ONE;
    }
}
