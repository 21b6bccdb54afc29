package io.fairpatch.plan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.bench.plan.IntegerProgram;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Solution;
import io.fairpatch.plan.kernel.model.Status;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class OddProblemsTest {

    @Test
    void odd_small_problems_equal_brute_force() {
        int infeasible = 0;
        for (int seed = 1; seed <= 250; seed++) {
            var problem = OddProblems.draw(seed, 1, 9, 4);
            var truth = BruteForce.of(problem);
            var solution = Kernel.solve(problem, Budget.ofSteps(3_000, seed, 1), Progress.NONE);
            boolean none = truth.leastCost == Long.MAX_VALUE;
            assertThat(solution.status())
                    .as("status of %d", seed)
                    .isEqualTo(none ? Status.INFEASIBLE : Status.FEASIBLE);
            var plan = new Plan(problem, solution.choice());
            assertThat(plan.violation()).as("violation of %d", seed).isEqualTo(truth.leastViolation);
            assertThat(solution.cost()).as("cost of %d", seed).isEqualTo(plan.cost());
            if (none) {
                assertThat(solution.why()).as("why of %d", seed).isNotEmpty();
                infeasible++;
            } else {
                assertThat(plan.cost()).as("cost of %d", seed).isEqualTo(truth.leastCost);
                assertThat(solution.bound()).as("bound of %d", seed).isEqualTo(truth.leastCost);
            }
        }
        assertThat(infeasible).as("the draw has both kinds").isBetween(20, 150);
    }

    /** Sixteen units fill an agent beyond its band whatever the other four do. */
    @Test
    void a_problem_with_few_units_that_have_a_choice_is_searched_to_its_end_though_it_has_many() {
        var builder = new ProblemBuilder(List.of("a", "b"), List.of("m"));
        builder.band(0, 0, 0, 20 * Scale.ONE);
        builder.band(1, 0, 0, 20 * Scale.ONE);
        for (int unit = 0; unit < 20; unit++) {
            builder.unit("u" + unit);
            builder.option(0, unit * Scale.ONE, new long[] {3 * Scale.ONE});
            if (unit < 4) {
                builder.option(1, 9 * Scale.ONE, new long[] {3 * Scale.ONE});
            }
        }
        var solution = Kernel.solve(builder.build(), Budget.ofSteps(500, 1, 1), Progress.NONE);

        assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(solution.steps()).as("the search ended by itself").isLessThan(100);
        assertThat(solution.violations()).hasSize(1);
        assertThat(solution.cost()).isEqualTo((4 * 9 + IntStream.range(4, 20).sum()) * Scale.ONE);
    }

    @Test
    void few_steps_leave_the_plan_that_breaks_the_bands_least_of_a_tiny_problem() {
        for (long seed : new long[] {85, 89, 168, 226}) {
            var problem = OddProblems.draw(seed, 1, 9, 4);
            var solution = Kernel.solve(problem, Budget.ofSteps(200, seed, 1), Progress.NONE);
            assertThat(solution.status()).as("status of %d", seed).isEqualTo(Status.INFEASIBLE);
            assertThat(new Plan(problem, solution.choice()).violation())
                    .as("violation of %d", seed)
                    .isEqualTo(BruteForce.of(problem).leastViolation);
        }
    }

    @Test
    void odd_problems_of_some_dozens_of_units_agree_with_an_independent_solver() {
        judge(100, 112, 150);
    }

    @Test
    @Tag("long")
    void hundreds_of_odd_problems_of_some_dozens_of_units_agree_with_an_independent_solver() {
        judge(1_000, 1_200, 1_000);
    }

    /** Neither may be refuted by the other; and a plan costs what the judge's does, within the reported gap. */
    private static void judge(int from, int to, long steps) {
        int settled = 0;
        for (int seed = from; seed < to; seed++) {
            var problem = OddProblems.draw(seed, 13, 60, 8);
            var solution = Kernel.solve(problem, Budget.ofSteps(steps, seed, 1), Progress.NONE);
            var verdict = IntegerProgram.solve(problem, "SAT", 5, 1);
            settled += agrees(seed, problem, solution, verdict) ? 1 : 0;
        }
        assertThat(settled).as("settled by both").isGreaterThan((to - from) * 6 / 10);
    }

    private static boolean agrees(int seed, AssignmentProblem problem, Solution own, IntegerProgram.Verdict verdict) {
        var plan = new Plan(problem, own.choice());
        assertThat(BruteForce.respectsRules(problem, own.choice()))
                .as("rules of %d", seed)
                .isTrue();
        assertThat(plan.violation() == 0).as("plan of %d", seed).isEqualTo(own.status() == Status.FEASIBLE);
        Long bound = own.bound();
        if (verdict.feasible()) {
            assertThat(own.status()).as("status of %d", seed).isNotEqualTo(Status.INFEASIBLE);
            if (bound != null) {
                assertThat(bound).as("bound of %d", seed).isLessThanOrEqualTo(verdict.cost());
            }
        } else if (verdict.settled()) {
            assertThat(own.status()).as("status of %d", seed).isNotEqualTo(Status.FEASIBLE);
        }
        boolean both = verdict.settled() && own.status() != Status.UNKNOWN;
        if (both && verdict.feasible()) {
            assertThat(own.cost()).as("cost of %d", seed).isGreaterThanOrEqualTo(verdict.cost());
            double gap = Objects.requireNonNull(own.gap());
            assertThat(own.cost() - gap * Math.max(1, Math.abs(own.cost())) - 1)
                    .as("cost less gap of %d", seed)
                    .isLessThanOrEqualTo(verdict.cost());
        }
        return both;
    }

    @Test
    void books_of_two_units_each_are_searched_though_prices_leave_half_of_the_units_torn() {
        for (long seed : new long[] {2, 14}) {
            var problem = pairs(40, seed);
            var solution = Kernel.solve(problem, Budget.ofSteps(120, 1, 2), Progress.NONE);
            var verdict = IntegerProgram.solve(problem, "SAT", 60, 2);
            assertThat(verdict.settled()).isTrue();
            assertThat(solution.cost()).as("cost of %d", seed).isEqualTo(verdict.cost());
        }
    }

    /** Each agent takes two units, of a potential within a fifth of the mean. */
    private static AssignmentProblem pairs(int units, long seed) {
        var random = new Random(seed);
        long[] potential = random.longs(units, 1, 51).toArray();
        double mean = 2.0 * LongStream.of(potential).sum() / units;
        int agents = units / 2;
        var builder = new ProblemBuilder(
                IntStream.range(0, agents).mapToObj(a -> "r" + a).toList(), List.of("count", "potential"));
        for (int u = 0; u < units; u++) {
            builder.unit("a" + u);
            for (int a = 0; a < agents; a++) {
                builder.option(a, random.nextInt(1_000) * Scale.ONE, Scale.ONE, potential[u] * Scale.ONE);
            }
        }
        for (int a = 0; a < agents; a++) {
            builder.band(a, 0, 2 * Scale.ONE, 2 * Scale.ONE)
                    .band(a, 1, (long) (0.8 * mean) * Scale.ONE, (long) (1.2 * mean) * Scale.ONE);
        }
        return builder.build();
    }

    @Test
    void a_problem_without_agents_and_units_has_the_empty_plan() {
        var solution = Kernel.solve(
                new ProblemBuilder(List.of(), List.of()).build(), Budget.ofSteps(100, 1, 1), Progress.NONE);
        assertThat(solution.status()).isEqualTo(Status.FEASIBLE);
        assertThat(solution.choice()).isEmpty();
        assertThat(solution.bound()).isZero();
    }

    @Test
    void loads_of_ten_cannot_fill_a_band_from_41_to_49() {
        var builder = new ProblemBuilder(List.of("r0", "r1"), List.of("load"));
        builder.band(0, 0, 41 * Scale.ONE, 49 * Scale.ONE);
        for (int u = 0; u < 90; u++) {
            builder.unit("a" + u).option(0, u, 10 * Scale.ONE).option(1, 0, 10 * Scale.ONE);
        }
        var solution = Kernel.solve(builder.build(), Budget.ofSteps(300, 1, 1), Progress.NONE);
        assertThat(solution.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(solution.why())
                .contains("load of r0 must be at least 41.", "load of r0 may be at most 49.")
                .anyMatch(sentence -> sentence.contains("the nearest are 40 and 50"));
    }
}
