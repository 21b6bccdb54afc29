package io.fairpatch.plan.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.bench.plan.LinearProgram;
import io.fairpatch.bench.plan.Published;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Solution;
import io.fairpatch.plan.kernel.model.Status;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The stages of a run: what it tells, where it stops, what it starts from. */
final class RunTest {
    @Test
    void some_dozens_of_small_problems_equal_brute_force() {
        long steps = 0;
        for (int seed = 1; seed <= 40; seed++) {
            var problem = seed % 2 == 0 ? OddProblems.draw(seed, 1, 7, 3) : RandomProblems.draw(seed, 7, 3);
            var truth = BruteForce.of(problem);
            var solution = Kernel.solve(problem, Budget.ofSteps(2_000, seed, 1), Progress.NONE);
            isOneAnswer(problem, solution);
            steps += solution.steps();
            assertThat(new Plan(problem, solution.choice()).violation())
                    .as("violation of %d", seed)
                    .isEqualTo(truth.leastViolation);
            if (truth.leastCost == Long.MAX_VALUE) {
                assertThat(solution.status()).as("status of %d", seed).isEqualTo(Status.INFEASIBLE);
                assertThat(solution.bound()).isNull();
                assertThat(solution.why()).isNotEmpty();
            } else {
                assertThat(solution.status()).as("status of %d", seed).isEqualTo(Status.FEASIBLE);
                assertThat(solution.cost()).as("cost of %d", seed).isEqualTo(truth.leastCost);
                assertThat(solution.bound()).as("bound of %d", seed).isEqualTo(truth.leastCost);
                assertThat(solution.why()).isEmpty();
            }
        }
        assertThat(steps).as("steps of all").isLessThan(1_700);
    }

    @Test
    void some_dozens_of_units_are_settled_and_the_run_then_ends_by_itself() {
        for (int units : new int[] {20, 30, 50}) {
            var problem = spread(units);
            var solution = Kernel.solve(problem, Budget.ofSteps(400, 1, 1), Progress.NONE);
            isOneAnswer(problem, solution);
            assertThat(solution.bound()).as("bound of %d", units).isEqualTo(solution.cost());
            assertThat(solution.steps())
                    .as("steps of %d, some of them by local search", units)
                    .isBetween(66L, 125L);
        }
    }

    @Test
    void a_plan_at_the_bound_ends_the_run() {
        for (int units : new int[] {18, 30, 80}) {
            var problem = OddProblems.counted(units, 5);
            var solution = Kernel.solve(problem, Budget.ofSteps(400, 1, 1), Progress.NONE);
            isOneAnswer(problem, solution);
            long cheapest = IntStream.range(0, units / 2 + 1)
                    .filter(u -> u != 1)
                    .mapToLong(u -> (long) u * u)
                    .sum();
            assertThat(solution.cost()).isEqualTo(cheapest);
            assertThat(solution.bound()).isEqualTo(cheapest);
            assertThat(solution.steps()).as("steps of %d", units).isLessThan(66);
        }
    }

    @Test
    void more_units_than_a_search_can_end_with_are_still_brought_within_their_bands_near_the_bound() {
        var problem = Published.typeD(4, 410, 4);
        var solution = Kernel.solve(problem, Budget.ofSteps(80, 1, 1), Progress.NONE);
        isOneAnswer(problem, solution);
        assertThat(solution.status()).isEqualTo(Status.FEASIBLE);
        assertThat(solution.gap()).isBetween(0.0, 0.002);
    }

    @Test
    void too_little_room_for_hundreds_of_units_is_told_with_its_sums() {
        var solution = Kernel.solve(shared(300, 10, 1_499), Budget.ofSteps(90, 1, 1), Progress.NONE);
        assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(solution.steps()).as("better ones are sought to the end").isEqualTo(90);
        assertThat(solution.why()).hasSize(3).last().asString().contains("but there is room for 0.002998");
        assertThat(new Plan(shared(300, 10, 1_499), solution.choice()).violation())
                .isEqualTo(2);
    }

    @Test
    void islands_and_chains_are_for_few_units_an_agent() {
        assertThat(Kernel.roams(1_000_000, 2)).isFalse();
        assertThat(Kernel.roams(20, 10)).isTrue();
    }

    private static void isOneAnswer(AssignmentProblem problem, Solution solution) {
        assertThat(BruteForce.respectsRules(problem, solution.choice())).isTrue();
        var plan = new Plan(problem, solution.choice());
        assertThat(solution.cost()).isEqualTo(plan.cost());
        assertThat(solution.violations()).isEqualTo(plan.violations());
        assertThat(solution.status() == Status.FEASIBLE).isEqualTo(plan.violation() == 0);
        assertThat(solution.prices()).hasSize(problem.bands());
    }

    @Test
    void without_a_step_there_is_still_an_answer_and_it_claims_nothing() {
        var problem = Published.typeD(5, 60, 4);
        var solution = Kernel.solve(problem, Budget.ofSteps(0, 1, 1), Progress.NONE);
        isOneAnswer(problem, solution);
        assertThat(solution.steps()).isZero();
        assertThat(solution.status()).isEqualTo(Status.UNKNOWN);
        assertThat(solution.why())
                .containsExactly(
                        "No plan within all bands was found, and no proof that there is none. Maybe give it more time.");
        assertThat(solution.gap()).isNull();
    }

    @Test
    void a_run_takes_no_more_steps_than_given_and_more_steps_are_no_worse() {
        var problem = spread(30);
        long before = Long.MAX_VALUE;
        for (int steps : new int[] {60, 120}) {
            var solution = Kernel.solve(problem, Budget.ofSteps(steps, 1, 1), Progress.NONE);
            isOneAnswer(problem, solution);
            assertThat(solution.steps()).isBetween(1L, (long) steps);
            assertThat(solution.status()).isEqualTo(Status.FEASIBLE);
            assertThat(Objects.requireNonNull(solution.bound())).isLessThanOrEqualTo(solution.cost());
            assertThat(solution.cost()).isLessThanOrEqualTo(before);
            before = solution.cost();
        }
    }

    @Test
    void the_stages_are_told_in_turn_and_a_person_may_stop_at_each() {
        var problem = spread(30);
        var whole = Listener.toTheEnd();
        Kernel.solve(problem, Budget.ofSteps(60, 1, 1), whole);
        assertThat(whole.stages()).containsExactly("Pricing the bands", "Looking for a plan", "Improving the plan");
        long steps = -1;
        for (var stage : whole.stages()) {
            var solution = Kernel.solve(problem, Budget.ofSteps(60, 1, 1), Listener.until(stage));
            isOneAnswer(problem, solution);
            assertThat(solution.steps())
                    .as("steps until %s", stage)
                    .isGreaterThan(steps)
                    .isLessThan(60);
            steps = solution.steps();
        }
    }

    @Test
    void a_clash_is_told_and_then_the_plan_that_breaks_least_is_sought() {
        var told = Listener.toTheEnd();
        var solution = Kernel.solve(shared(20, 10, 99), Budget.ofSteps(60, 1, 1), told);
        assertThat(told.stages())
                .containsSubsequence(
                        "Finding the rules that clash", "Looking for the plan that breaks the bands least");
        assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(solution.bound()).isNull();
        assertThat(solution.why())
                .contains("load of r0 and r1 may each be at most 0.000099.")
                .anyMatch(s -> s.contains("room"));
        assertThat(new Plan(shared(20, 10, 99), solution.choice()).violation()).isEqualTo(2);
    }

    @Test
    void plans_ruled_out_by_searching_them_all_are_told_with_the_rules_that_clash() {
        var problem = OddProblems.counted(12, 9, 2);
        var solution = Kernel.solve(problem, Budget.ofSteps(400, 1, 1), Progress.NONE);
        assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(solution.why())
                .startsWith("These 4 rules cannot hold together:")
                .hasSize(5);
        assertThat(new Plan(problem, solution.choice()).violation()).isEqualTo(BruteForce.of(problem).leastViolation);
    }

    /** Units of one load for two agents with this much room each. */
    private static AssignmentProblem shared(int units, long load, long room) {
        var builder = new ProblemBuilder(List.of("r0", "r1"), List.of("load"));
        for (int u = 0; u < units; u++) {
            builder.unit("a" + u).option(0, u, load).option(1, units - u, load);
        }
        return builder.band(0, 0, 0, room).band(1, 0, 0, room).build();
    }

    /** Units of many sizes for three agents, easy to place, hard to place best. */
    private static AssignmentProblem spread(int units) {
        var builder = new ProblemBuilder(List.of("r0", "r1", "r2"), List.of("load"));
        var random = new SplittableRandom(2);
        for (int u = 0; u < units; u++) {
            long load = random.nextInt(100, 900);
            builder.unit("a" + u);
            IntStream.range(0, 3).forEach(a -> builder.option(a, random.nextInt(1_000), load));
        }
        IntStream.range(0, 3).forEach(a -> builder.band(a, 0, units * 150L, units * 180L));
        return builder.build();
    }

    @Test
    void the_plan_to_start_from_is_never_made_worse() {
        var problem = spread(30);
        var good = Kernel.solve(problem, Budget.ofSteps(60, 1, 1), Progress.NONE);
        var next =
                Kernel.solve(problem, Budget.ofSteps(1, 7, 1), Progress.NONE, new Warm(good.prices(), good.choice()));
        isOneAnswer(problem, next);
        assertThat(next.status()).isEqualTo(Status.FEASIBLE);
        assertThat(next.cost()).isLessThanOrEqualTo(good.cost());
        var warm =
                Kernel.solve(problem, Budget.ofSteps(400, 1, 1), Progress.NONE, new Warm(good.prices(), good.choice()));
        assertThat(warm.bound()).isEqualTo(warm.cost());
        assertThat(warm.steps()).as("neither priced anew nor taken apart").isLessThan(45);
    }

    @Test
    void a_rough_plan_keeps_pins_and_options_and_its_bound_is_below_every_plan() {
        for (int seed = 1; seed <= 60; seed++) {
            var problem = seed % 2 == 0 ? OddProblems.draw(seed, 2, 8, 3) : RandomProblems.draw(seed, 8, 3);
            long least = BruteForce.of(problem).leastCost;
            var rough = Rough.of(problem, Budget.ofSteps(60, 1, 1), Progress.NONE, Warm.NONE);
            var exact = Rough.exact(problem, Budget.ofSteps(60, 1, 1), Progress.NONE, Warm.NONE);
            for (var each : List.of(rough, exact)) {
                assertThat(BruteForce.respectsRules(problem, each.choice())).isTrue();
                assertThat(each.bound()).as("bound of %d", seed).isLessThanOrEqualTo(least);
                assertThat(each.prices()).hasSize(problem.bands());
                assertThat(each.steps()).isBetween(0L, 60L);
            }
        }
    }

    @Test
    void exact_prices_give_the_bound_of_the_linear_relaxation() {
        var problem = Published.typeE(8, 100, 2);
        double relaxed = LinearProgram.value(problem) * 1e6;
        var exact = Rough.exact(problem, Budget.ofSteps(400, 1, 1), Progress.NONE, Warm.NONE);
        assertThat((double) exact.bound()).isCloseTo(relaxed, within(relaxed * 1e-3));
        var rough = Rough.of(problem, Budget.ofSteps(20, 1, 1), Progress.NONE, Warm.NONE);
        assertThat(rough.bound()).isLessThanOrEqualTo(exact.bound());
        assertThat(rough.steps()).isBetween(1L, 20L);
    }
}
