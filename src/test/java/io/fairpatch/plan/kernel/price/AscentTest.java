package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.bench.plan.LinearProgram;
import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ascent by falling temperature against an independent simplex. */
final class AscentTest {
    private static final double FINE = 3e-3;

    private record Known(Reduced reduced, double value) {}

    private static List<Known> known = List.of();

    @BeforeAll
    static void values_by_another_solver() {
        known = IntStream.rangeClosed(1, 40)
                .mapToObj(seed -> RandomProblems.draw(seed, 60, 6))
                .map(problem -> new Known(Presolve.pinsOnly(problem), LinearProgram.value(problem) * 1e6))
                .filter(it -> !Double.isNaN(it.value()) && it.reduced().liveBands() > 1)
                .toList();
    }

    @Test
    void the_bound_ends_near_the_optimum_from_below_in_few_steps_and_warm_prices_save_some() {
        long cold = 0;
        long warm = 0;
        for (var it : known) {
            double spread = Pricing.spread(it.reduced().problem());
            double room = FINE * spread * it.reduced().problem().units() + 10;
            var pace = Drawn.pace(2_000);
            var prices = Drawn.alone(workers -> Ascent.run(it.reduced(), null, workers, pace));
            assertThat(prices.bound()).isBetween(it.value() - room, it.value() + 1e-6 * room);
            assertThat(prices.bound()).isCloseTo(Drawn.bound(it.reduced(), prices.best()), within(1e-3));
            assertThat(prices.spread()).isEqualTo(spread);
            assertThat(prices.tau()).isCloseTo(3e-4 * spread, within(1e-9 * spread));
            assertThat(prices.covers()).isFalse();
            cold += pace.steps();
            var again = Drawn.pace(2_000);
            double[] noisy = noisy(it.reduced(), prices.best());
            var second = Drawn.alone(workers -> Ascent.run(it.reduced(), noisy, workers, again));
            assertThat(second.bound()).isBetween(it.value() - room, it.value() + 1e-6 * room);
            warm += again.steps();
        }
        assertThat(known).hasSizeGreaterThan(8);
        assertThat(cold).as("steps").isBetween(warm + known.size(), 54L * known.size());
    }

    /** With prices on bands that can't be broken, which count for nothing. */
    private static double[] noisy(Reduced reduced, double[] prices) {
        double[] noisy = prices.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = reduced.live()[i] ? noisy[i] : 1e6;
        }
        return noisy;
    }

    @Test
    void a_sketch_ends_at_its_temperature_or_once_its_bound_is_enough_and_is_finished_from_there() {
        for (var it : known) {
            double spread = Pricing.spread(it.reduced().problem());
            double room = FINE * spread * it.reduced().problem().units() + 10;
            Drawn.alone(workers -> {
                var end = new Ascent.End(0.02, Double.POSITIVE_INFINITY);
                var sketch = Ascent.sketch(it.reduced(), 1, end, null, workers, Drawn.pace(2_000));
                assertThat(sketch.tau()).isCloseTo(0.02 * spread, within(1e-9 * spread));
                assertThat(sketch.bound()).isLessThan(it.value() + 1e-6 * room);
                var last = new Ascent.End(Ascent.COLD, Double.POSITIVE_INFINITY);
                var pace = Drawn.pace(2_000);
                var done = Ascent.settle(it.reduced(), sketch.smooth(), 0.02, last, workers, pace);
                assertThat(done.bound()).isBetween(it.value() - room, it.value() + 1e-6 * room);
                assertThat(pace.steps()).isLessThan(90);
                var third = Ascent.sketch(it.reduced(), 3, end, null, workers, Drawn.pace(2_000));
                var settled = Ascent.settle(it.reduced(), third.smooth(), 0.02, last, workers, Drawn.pace(2_000));
                assertThat(settled.bound())
                        .as("over all units, whatever a sample of them led to")
                        .isCloseTo(Drawn.bound(it.reduced(), settled.best()), within(1e-3))
                        .isBetween(Drawn.bound(it.reduced(), third.smooth()), it.value() + 1e-6 * room);
                var low = new Ascent.End(0.0003, Double.NEGATIVE_INFINITY);
                var first = Drawn.pace(2_000);
                Ascent.sketch(it.reduced(), 1, low, null, workers, first);
                assertThat(first.steps()).as("any bound is enough").isLessThan(20);
                return null;
            });
        }
    }

    @Test
    void it_ends_with_the_pace_and_keeps_the_best_bound_on_the_way() {
        var it = known.get(known.size() - 1);
        double last = Double.NEGATIVE_INFINITY;
        for (long steps = 0; steps < 12; steps++) {
            var pace = Drawn.pace(steps);
            var prices = Drawn.alone(workers -> Ascent.run(it.reduced(), null, workers, pace));
            assertThat(pace.steps()).isEqualTo(steps);
            assertThat(prices.bound()).isGreaterThanOrEqualTo(last);
            last = prices.bound();
        }
        assertThat(last).isGreaterThan(Double.NEGATIVE_INFINITY);
    }

    @Test
    void without_costs_prices_run_off_until_they_prove_that_there_is_no_plan() {
        var free = Presolve.pinsOnly(crowded(3).withoutCosts());
        for (boolean interior : new boolean[] {false, true}) {
            var pace = Drawn.pace(2_000);
            double[] best = Drawn.alone(workers -> interior
                    ? Pricing.proof(free, workers, pace)
                    : Ascent.runUntilPositive(free, workers, pace).best());
            assertThat(ExactBound.provesInfeasible(free, best)).isTrue();
            assertThat(pace.steps()).isLessThan(20);
        }
        var room = Presolve.pinsOnly(crowded(5).withoutCosts());
        Drawn.alone(workers -> {
            var pace = Drawn.pace(2_000);
            var prices = Ascent.runUntilPositive(room, workers, pace);
            assertThat(prices.bound()).isLessThanOrEqualTo(1e-6);
            assertThat(pace.steps()).isLessThan(2_000);
            assertThat(ExactBound.provesInfeasible(room, Pricing.proof(room, workers, Drawn.pace(2_000))))
                    .isFalse();
            return null;
        });
    }

    /** Eight units of one for two agents with room for so many each. */
    private static AssignmentProblem crowded(int room) {
        var builder = new ProblemBuilder(List.of("r", "s"), List.of("m"));
        builder.band(0, 0, 0, room * Scale.ONE).band(1, 0, 0, room * Scale.ONE);
        for (int u = 0; u < 8; u++) {
            builder.unit("u" + u).option(0, u * Scale.ONE, Scale.ONE).option(1, 3 * Scale.ONE, Scale.ONE);
        }
        return builder.build();
    }

    @Test
    void the_scale_of_cost_is_what_a_mean_option_costs_above_the_best_one() {
        var problem = crowded(5);
        double[] above = IntStream.range(0, 8)
                .mapToDouble(u -> (u + 3) / 2.0 - Math.min(u, 3))
                .toArray();
        assertThat(Pricing.spread(problem))
                .isCloseTo(1e6 * Arrays.stream(above).average().orElseThrow(), within(1e-3));
        assertThat(Pricing.spread(problem.withoutCosts())).isEqualTo(1);
        assertThat(Pricing.dearest(problem)).isEqualTo((3 * 4 + 4 + 5 + 6 + 7) * Scale.ONE);
    }

    @Test
    void no_prices_bound_nothing() {
        var none = Prices.none(3);
        assertThat(none.best()).containsExactly(0, 0, 0);
        assertThat(none.smooth()).hasSize(3);
        assertThat(none.bound()).isEqualTo(Double.NEGATIVE_INFINITY);
        var it = known.get(0);
        var prices = Drawn.alone(workers -> Pricing.run(it.reduced(), null, workers, Drawn.pace(2_000)));
        var even = prices.even();
        assertThat(even.best()).hasSize(prices.best().length).containsOnly(0);
        assertThat(even.tau()).isEqualTo(prices.tau());
        assertThat(even.spread()).isEqualTo(prices.spread());
        assertThat(even.bound()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(even.shares()).isNull();
    }
}
