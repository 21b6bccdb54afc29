package io.fairpatch.plan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Solution;
import io.fairpatch.plan.kernel.model.Status;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class KernelTest {

    @Test
    void a_thousand_small_problems_equal_brute_force() {
        int infeasible = 0;
        for (int seed = 1; seed <= 1_000; seed++) {
            var problem = RandomProblems.draw(seed, seed <= 60 ? 12 : 9, 4);
            var truth = BruteForce.of(problem);
            var solution = Kernel.solve(problem, Budget.ofSteps(3_000, seed, 1), Progress.NONE);
            check(seed, problem, solution, truth);
            infeasible += solution.status() == Status.INFEASIBLE ? 1 : 0;
        }
        assertThat(infeasible).as("the draw has both kinds").isBetween(100, 900);
    }

    @Test
    @Tag("long")
    void a_thousand_problems_of_up_to_12_units_and_4_agents_equal_brute_force() {
        for (int seed = 10_001; seed <= 11_000; seed++) {
            var problem = seed % 2 == 0 ? RandomProblems.draw(seed, 12, 4) : OddProblems.draw(seed, 1, 12, 4);
            var solution = Kernel.solve(problem, Budget.ofSteps(3_000, seed, 1), Progress.NONE);
            check(seed, problem, solution, BruteForce.of(problem));
        }
    }

    @Test
    void no_pin_and_no_forbidden_pair_is_ever_given_up() {
        keepsRules(6);
    }

    @Test
    @Tag("long")
    void a_thousand_problems_keep_every_pin_and_forbidden_pair() {
        keepsRules(1_000);
    }

    /** Whether a plan within the bands is found or not, and whether there is one. */
    private static void keepsRules(int problems) {
        for (int seed = 1; seed <= problems; seed++) {
            var problem = OddProblems.draw(20_000 + seed, 10, 120, 12);
            var solution = Kernel.solve(problem, Budget.ofSteps(80, seed, 1), Progress.NONE);
            assertThat(BruteForce.respectsRules(problem, solution.choice()))
                    .as("rules of %d", seed)
                    .isTrue();
            var plan = new Plan(problem, solution.choice());
            assertThat(plan.violations()).as("violations of %d", seed).isEqualTo(solution.violations());
            assertThat(plan.violation() == 0).as("status of %d", seed).isEqualTo(solution.status() == Status.FEASIBLE);
        }
    }

    private static void check(int seed, AssignmentProblem problem, Solution solution, BruteForce truth) {
        assertThat(BruteForce.respectsRules(problem, solution.choice()))
                .as("rules of %d", seed)
                .isTrue();
        var plan = new Plan(problem, solution.choice());
        if (truth.leastCost == Long.MAX_VALUE) {
            assertThat(solution.status()).as("status of %d", seed).isEqualTo(Status.INFEASIBLE);
            assertThat(plan.violation()).as("violation of %d", seed).isEqualTo(truth.leastViolation);
            assertThat(solution.why()).as("why of %d", seed).isNotEmpty();
        } else {
            assertThat(solution.status()).as("status of %d", seed).isEqualTo(Status.FEASIBLE);
            assertThat(plan.violation()).as("violation of %d", seed).isZero();
            assertThat(plan.cost())
                    .as("cost of %d", seed)
                    .isEqualTo(truth.leastCost)
                    .isEqualTo(solution.cost());
            assertThat(solution.bound()).as("bound of %d", seed).isEqualTo(truth.leastCost);
        }
    }
}
