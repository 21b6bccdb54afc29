package io.fairpatch.plan.kernel.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bounds from prices against all sets and all drawings of small maps. */
final class MapBoundTest {
    private static final long OPEN_LOW = AssignmentProblem.OPEN_LOW;
    private static final long OPEN_HIGH = AssignmentProblem.OPEN_HIGH;

    @Test
    void what_a_centre_can_gain_is_the_continuous_knapsack_and_never_more_than_any_set_costs() {
        for (int seed = 1; seed <= 12; seed++) {
            var problem = DesignTest.map(8, 2, 1 + seed % 2, 0.1, seed);
            var random = new SplittableRandom(seed);
            double[] lambda = random.doubles(8, 0, 80).toArray();
            var bound = new CenterBound(problem, lambda);
            for (int j = 0; j < 8; j++) {
                double kappa = bound.kappa(j);
                assertThat(kappa).isLessThanOrEqualTo(sets(problem, lambda, j) + 1e-9);
                double best = Double.NEGATIVE_INFINITY;
                for (int k = 0; k < problem.measures().size(); k++) {
                    best = Math.max(best, knapsack(problem, lambda, j, k));
                }
                assertThat(kappa).as("centre %d of %d", j, seed).isCloseTo(best, within(1e-6));
                served(problem, lambda, bound, j, kappa);
            }
        }
    }

    /** The shares that reach the bound: the centre in full, all between nothing and one, worth the bound. */
    private static void served(DesignProblem problem, double[] lambda, CenterBound bound, int j, double kappa) {
        double[] taken = new double[8];
        bound.serve(j, kappa, taken);
        double worth = 0;
        for (int i = 0; i < 8; i++) {
            assertThat(taken[i]).isBetween(0.0, 1.0);
            worth += taken[i] * (problem.cost(i, j) - lambda[i]);
        }
        assertThat(taken[j]).isEqualTo(1);
        assertThat(worth).isCloseTo(kappa, within(1e-6));
        bound.serve(j, kappa, taken);
        assertThat(taken[j]).as("added").isEqualTo(2);
    }

    private static double sets(DesignProblem problem, double[] lambda, int j) {
        double best = Double.POSITIVE_INFINITY;
        for (int bits = 0; bits < 256; bits++) {
            int set = bits;
            boolean fits = (set >> j & 1) == 1;
            for (int k = 0; k < problem.measures().size(); k++) {
                int measure = k;
                long load = IntStream.range(0, 8)
                        .filter(i -> (set >> i & 1) == 1)
                        .mapToLong(i -> problem.load(i, measure))
                        .sum();
                fits &= problem.violation(k, load) == 0;
            }
            double worth = IntStream.range(0, 8)
                    .filter(i -> (set >> i & 1) == 1)
                    .mapToDouble(i -> problem.cost(i, j) - lambda[i])
                    .sum();
            best = fits ? Math.min(best, worth) : best;
        }
        return best;
    }

    /** At an extreme point all areas but one are taken in full or not at all. */
    private static double knapsack(DesignProblem problem, double[] lambda, int j, int measure) {
        double best = Double.POSITIVE_INFINITY;
        for (int bits = 0; bits < 256; bits++) {
            int set = bits | 1 << j;
            double load = 0;
            double worth = 0;
            for (int i = 0; i < 8; i++) {
                load += (set >> i & 1) * problem.load(i, measure);
                worth += (set >> i & 1) * (problem.cost(i, j) - lambda[i]);
            }
            best = load >= problem.low()[measure] && load <= problem.high()[measure] ? Math.min(best, worth) : best;
            for (int i = 0; i < 8; i++) {
                for (long end : new long[] {problem.low()[measure], problem.high()[measure]}) {
                    double share = (end - load) / problem.load(i, measure);
                    if ((set >> i & 1) == 0 && share >= 0 && share <= 1) {
                        best = Math.min(best, worth + share * (problem.cost(i, j) - lambda[i]));
                    }
                }
            }
        }
        return best;
    }

    @Test
    void loads_below_zero_and_open_ends_leave_the_plain_sum() {
        var problem = Maps.line(2, MapProofTest.loads(-1, 2, 3), 2 * Maps.ONE, 3 * Maps.ONE, Maps.free(3));
        double[] lambda = {0.5, 5, 0.5};
        assertThat(new CenterBound(problem, lambda).kappa(0)).isEqualTo(-0.5 + (1 - 5));
        var open = Maps.line(2, MapProofTest.loads(1, 2, 3), OPEN_LOW, OPEN_HIGH, Maps.free(3));
        assertThat(new CenterBound(open, lambda).kappa(0)).isEqualTo(-0.5 + (1 - 5));
        var never = Maps.line(2, MapProofTest.loads(1, 2, 3), 9 * Maps.ONE, OPEN_HIGH, Maps.free(3));
        assertThat(new CenterBound(never, lambda).kappa(0)).as("out of reach").isGreaterThan(1e17);
    }

    @Test
    void the_bound_climbs_towards_the_cheapest_drawing_and_never_passes_it() {
        for (int seed = 1; seed <= 6; seed++) {
            var problem = DesignTest.map(8, 2, 1, 0.3, seed).with(false, open(OPEN_LOW), open(OPEN_HIGH), Maps.free(8));
            double cheapest = MapProofTest.cheapest(problem);
            try (var workers = new Workers(1)) {
                var bound = new MedianBound(problem, workers);
                assertThat(bound.passes()).isZero();
                assertThat(bound.stepsAPass()).isEqualTo(1);
                bound.step(cheapest);
                double first = bound.best();
                for (int step = 1; step < 300; step++) {
                    bound.step(cheapest);
                    assertThat(bound.best()).isLessThanOrEqualTo(cheapest);
                }
                assertThat(bound.passes()).isEqualTo(300);
                assertThat(bound.best())
                        .as("map %d", seed)
                        .isGreaterThan(cheapest * 0.98)
                        .isGreaterThanOrEqualTo(first);
                assertThat(bound.centers()).hasSize(2).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void where_no_area_can_cost_less_than_nothing_the_bound_is_not_below_it() {
        try (var workers = new Workers(1)) {
            var bound = new MedianBound(Maps.line(5, 5), workers);
            bound.step(0);
            assertThat(bound.best()).isZero();
        }
        var each = DesignKernel.solve(Maps.line(22, 22), Budget.ofSteps(50, 1, 1), Progress.NONE);
        assertThat(each.cost()).isZero();
        assertThat(each.bound()).isZero();
    }

    private static long[] open(long end) {
        return new long[] {end};
    }
}
