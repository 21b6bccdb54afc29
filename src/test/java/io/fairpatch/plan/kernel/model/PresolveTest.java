package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.OddProblems;
import io.fairpatch.plan.kernel.RandomProblems;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What presolve leaves against every plan there is. */
final class PresolveTest {

    @Test
    void no_plan_is_lost_and_what_is_left_costs_the_same() {
        int smaller = 0;
        for (int seed = 1; seed <= 120; seed++) {
            var problem = seed % 2 == 0 ? OddProblems.draw(seed, 1, 7, 3) : RandomProblems.draw(seed, 7, 3);
            var plans = BruteForce.plans(problem);
            var reduced = Presolve.reduce(problem);
            if (reduced == null || reduced.contradictory()) {
                assertThat(plans).as("plans of %d", seed).isEmpty();
                continue;
            }
            for (int[] plan : plans) {
                assertThat(reduced.toGiven(reduced.fromGiven(plan)))
                        .as("a plan of %d", seed)
                        .isEqualTo(plan);
                var totals = new Plan(problem, plan);
                for (int i = 0; i < problem.bands(); i++) {
                    assertThat(totals.load(i))
                            .as("band %d of %d", i, seed)
                            .isBetween(reduced.low()[i], reduced.high()[i]);
                }
            }
            assertThat(BruteForce.of(reduced.problem()).leastCost)
                    .as("cost of %d", seed)
                    .isEqualTo(BruteForce.of(problem).leastCost);
            smaller += reduced.problem().options() < problem.options() ? 1 : 0;
        }
        assertThat(smaller).isGreaterThan(20);
    }

    @Test
    void with_one_band_alone_exactly_the_options_and_totals_of_its_plans_are_left() {
        int without = 0;
        for (int seed = 1; seed <= 150; seed++) {
            var problem = oneBand(seed);
            var plans = BruteForce.plans(problem);
            var reduced = Presolve.reduce(problem);
            boolean none = reduced == null || reduced.contradictory();
            assertThat(none).as("plans of %d", seed).isEqualTo(plans.isEmpty());
            if (reduced == null || none) {
                without++;
                continue;
            }
            var totals = plans.stream()
                    .mapToLong(plan -> new Plan(problem, plan).load(0))
                    .summaryStatistics();
            assertThat(reduced.low()[0]).as("low of %d", seed).isEqualTo(totals.getMin());
            assertThat(reduced.high()[0]).as("high of %d", seed).isEqualTo(totals.getMax());
        }
        assertThat(without).isBetween(10, 100);
    }

    /** Some units may stay away from the only agent with a band, others can't; loads of a common step, some negative. */
    private static AssignmentProblem oneBand(int seed) {
        var random = new SplittableRandom(seed);
        long step = new long[] {1, 7, 1_000}[random.nextInt(3)];
        int most = new int[] {4, 40, 900}[random.nextInt(3)];
        long low = step * random.nextInt(-most, 4 * most) + random.nextInt(2);
        long wide = step * random.nextInt(1 + most / 3);
        var builder = new ProblemBuilder(List.of("r0", "r1"), List.of("load"))
                .band(
                        0,
                        0,
                        random.nextInt(4) == 0 ? AssignmentProblem.OPEN_LOW : low,
                        random.nextInt(4) == 0 ? AssignmentProblem.OPEN_HIGH : low + wide);
        for (int u = 0, units = random.nextInt(1, 8); u < units; u++) {
            builder.unit("a" + u).option(0, 1, step * random.nextInt(-most / 3, most));
            if (random.nextInt(5) > 0) {
                builder.option(1, 0, 0);
                if (random.nextInt(6) == 0) {
                    builder.pin(random.nextInt(2));
                }
            }
        }
        return builder.build();
    }

    @Test
    void the_reach_of_a_band_is_the_least_and_the_most_of_all_choices() {
        for (int seed = 1; seed <= 60; seed++) {
            var problem = OddProblems.draw(seed, 1, 6, 3);
            long[] low = new long[problem.bands()];
            long[] high = new long[problem.bands()];
            Arrays.fill(low, AssignmentProblem.OPEN_LOW);
            Arrays.fill(high, AssignmentProblem.OPEN_HIGH);
            var reduced = Presolve.pinsOnly(problem);
            var choices = BruteForce.plans(problem.withBands(low, high));
            BitSet live = new BitSet();
            for (int i = 0; i < problem.bands(); i++) {
                int band = i;
                var totals = choices.stream()
                        .mapToLong(choice -> new Plan(problem, choice).load(band))
                        .summaryStatistics();
                assertThat(reduced.low()[i]).as("low of %d", seed).isEqualTo(Math.max(problem.low(i), totals.getMin()));
                assertThat(reduced.high()[i])
                        .as("high of %d", seed)
                        .isEqualTo(Math.min(problem.high(i), totals.getMax()));
                live.set(i, totals.getMin() < problem.low(i) || totals.getMax() > problem.high(i));
                assertThat(reduced.live()[i]).as("live %d of %d", i, seed).isEqualTo(live.get(i));
            }
            assertThat(reduced.liveBands()).as("live of %d", seed).isEqualTo(live.cardinality());
            assertThat(reduced.problem().options()).as("options of %d", seed).isEqualTo(countWithPins(problem));
        }
    }

    private static int countWithPins(AssignmentProblem problem) {
        int count = 0;
        for (int u = 0; u < problem.units(); u++) {
            count += problem.pin(u) >= 0 ? 1 : problem.first(u + 1) - problem.first(u);
        }
        return count;
    }

    @Test
    void where_totals_are_too_many_to_list_the_ends_move_to_the_common_step() {
        var builder = new ProblemBuilder(List.of("r0", "r1"), List.of("load")).band(0, 0, 13, 9_000_005);
        builder.unit("a0").option(0, 0, 10).option(1, 0, 0);
        builder.unit("a1").option(0, 0, 6_000_000).option(1, 0, 0);
        builder.unit("a2").option(0, 0, 4_000_002).option(1, 0, 0);
        builder.unit("a3").option(0, 0, 1);
        var reduced = Objects.requireNonNull(Presolve.reduce(builder.build()));
        assertThat(reduced.low()).startsWith(13);
        assertThat(reduced.high()).startsWith(9_000_005);
        var even = Objects.requireNonNull(
                Presolve.reduce(builder.band(0, 0, 12, 9_000_004).build()));
        assertThat(even.low()).startsWith(13);
        assertThat(even.high()).startsWith(9_000_003);
    }

    @Test
    void an_option_that_falls_may_take_further_ones_with_it() {
        // a0 is too large for r0, so it goes to r1, where a1 then finds no room, so it goes to r2, and so on
        int agents = 6;
        var builder = new ProblemBuilder(List.of("r0", "r1", "r2", "r3", "r4", "r5"), List.of("load"));
        for (int a = 0; a < agents; a++) {
            builder.band(a, 0, 0, a == 0 ? 9 : 15);
        }
        for (int u = 0; u + 1 < agents; u++) {
            builder.unit("a" + u).option(u, 0, 10).option(u + 1, 7, 10);
        }
        var reduced = Objects.requireNonNull(Presolve.reduce(builder.build()));
        assertThat(reduced.problem().options()).isEqualTo(agents - 1);
        assertThat(reduced.toGiven(new int[] {0, 1, 2, 3, 4})).containsExactly(1, 3, 5, 7, 9);
        assertThat(reduced.fromGiven(new int[] {0, 3, 4, 7, 8})).containsExactly(0, 1, 2, 3, 4);
    }
}
