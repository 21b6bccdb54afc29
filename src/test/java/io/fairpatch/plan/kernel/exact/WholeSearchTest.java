package io.fairpatch.plan.kernel.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.OddProblems;
import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.price.Grain;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Searches to their end, at any prices, against every plan there is. */
final class WholeSearchTest {

    private interface Search {
        boolean run(WholeSearch search, Incumbent incumbent, long grain);
    }

    @Test
    void the_tree_ends_with_the_cheapest_plan() {
        equalsBruteForce((search, incumbent, grain) -> search.cheapest(incumbent, grain, 50));
    }

    @Test
    void the_search_that_draws_conclusions_ends_with_the_cheapest_plan() {
        equalsBruteForce((search, incumbent, grain) -> search.close(incumbent, grain, 50));
    }

    private static void equalsBruteForce(Search kind) {
        int without = 0;
        for (int seed = 1; seed <= 120; seed++) {
            var problem = draw(seed);
            var reduced = Presolve.pinsOnly(problem);
            var truth = BruteForce.of(problem);
            var incumbent = start(reduced);
            var search = new WholeSearch(reduced, prices(reduced, seed), pace(1_000));
            assertThat(kind.run(search, incumbent, Grain.of(reduced.problem()).grain()))
                    .as("end of %d", seed)
                    .isTrue();
            boolean none = truth.leastCost == Long.MAX_VALUE;
            assertThat(incumbent.feasible()).as("plan of %d", seed).isEqualTo(!none);
            if (none) {
                without++;
            } else {
                assertThat(incumbent.cost()).as("cost of %d", seed).isEqualTo(truth.leastCost);
            }
        }
        assertThat(without).isBetween(20, 100);
    }

    @Test
    void the_plan_that_breaks_the_bands_least_is_the_cheapest_of_those() {
        for (int seed = 1; seed <= 80; seed++) {
            var problem = draw(seed);
            var reduced = Presolve.pinsOnly(problem);
            var incumbent = start(reduced);
            var search = new WholeSearch(reduced, prices(reduced, seed), pace(1_000));
            assertThat(search.leastViolation(incumbent, 50))
                    .as("end of %d", seed)
                    .isTrue();
            var truth = BruteForce.of(problem);
            assertThat(incumbent.violation()).as("violation of %d", seed).isEqualTo(truth.leastViolation);
        }
    }

    @Test
    void nothing_is_searched_without_a_step() {
        var reduced = Presolve.pinsOnly(draw(3));
        var incumbent = start(reduced);
        long cost = incumbent.cost();
        var search = new WholeSearch(reduced, prices(reduced, 3), pace(0));
        assertThat(search.cheapest(incumbent, 1, 9)).isFalse();
        assertThat(search.close(incumbent, 1, 9)).isFalse();
        assertThat(search.leastViolation(incumbent, 9)).isFalse();
        assertThat(new WholeSearch(reduced, prices(reduced, 3), pace(9)).close(incumbent, 1, 0))
                .isFalse();
        assertThat(incumbent.cost()).isEqualTo(cost);
    }

    @Test
    void a_search_goes_on_where_its_last_steps_ended() {
        for (int more : new int[] {5, 9}) {
            var reduced = Presolve.pinsOnly(OddProblems.counted(20, more));
            double[] none = new double[reduced.low().length];
            var pace = pace(1_000);
            var search = new WholeSearch(reduced, none, pace);
            var incumbent = start(reduced);
            int calls = 1;
            while (!search.close(incumbent, 1, 1)) {
                calls++;
            }
            assertThat((long) calls).isEqualTo(pace.steps()).isGreaterThan(more == 5 ? 0 : 1);
            assertThat(incumbent.feasible()).isEqualTo(more == 5);
            if (more == 5) {
                assertThat(incumbent.cost()).as("0 and those of 2 to 10").isEqualTo(384);
            }
        }
    }

    @Test
    void small_is_by_units_and_by_units_times_bands() {
        assertThat(WholeSearch.fits(wide(200, 10_000), 200)).isTrue();
        assertThat(WholeSearch.fits(wide(200, 10_000), 199)).isFalse();
        assertThat(WholeSearch.fits(wide(201, 10_000), 400)).isFalse();
    }

    private static AssignmentProblem wide(int units, int agents) {
        var builder = new ProblemBuilder(
                IntStream.range(0, agents).mapToObj(a -> "r" + a).toList(), List.of("load"));
        for (int u = 0; u < units; u++) {
            builder.unit("a" + u).option(u, 0, 1);
        }
        return builder.build();
    }

    private static AssignmentProblem draw(int seed) {
        return seed % 2 == 0 ? OddProblems.draw(seed, 1, 8, 3) : RandomProblems.draw(seed, 8, 3);
    }

    private static Pace pace(long steps) {
        return new Pace(Budget.ofSteps(steps, 1, 1), Progress.NONE, () -> 0);
    }

    private static Incumbent start(Reduced reduced) {
        var problem = reduced.problem();
        return new Incumbent(new Plan(
                problem, IntStream.range(0, problem.units()).map(problem::first).toArray()));
    }

    private static double[] prices(Reduced reduced, int seed) {
        var random = new SplittableRandom(seed);
        double size = new double[] {0, 0.5, 4}[seed % 3];
        return IntStream.range(0, reduced.low().length)
                .mapToDouble(i -> reduced.live()[i] ? size * (random.nextDouble() - 0.5) : 0)
                .toArray();
    }
}
