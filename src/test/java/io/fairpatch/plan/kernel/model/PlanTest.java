package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.kernel.OddProblems;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Totals, cost and violation against sums taken afresh, whatever way a plan came about. */
final class PlanTest {

    @Test
    void every_total_is_the_sum_of_its_parts_after_any_moves() {
        for (int seed = 1; seed <= 40; seed++) {
            var problem = OddProblems.draw(seed, 1, 12, 4);
            var random = new SplittableRandom(seed);
            var plan = new Plan(problem, choose(problem, random));
            var other = plan.copy();
            for (int move = 0; move < 20; move++) {
                int unit = random.nextInt(problem.units());
                other.move(unit, option(problem, unit, random));
                equalsItsSums(problem, other);
            }
            equalsItsSums(problem, plan);
            plan.set(other);
            equalsItsSums(problem, plan);
            assertThat(plan.choices()).isEqualTo(other.choices()).isNotSameAs(plan.choices());
            plan.recount();
            equalsItsSums(problem, plan);
        }
    }

    private static void equalsItsSums(AssignmentProblem problem, Plan plan) {
        long cost = 0;
        long[] totals = new long[problem.bands()];
        for (int u = 0; u < problem.units(); u++) {
            int e = plan.choice(u);
            assertThat(plan.agent(u)).isEqualTo(problem.agent(e));
            cost += problem.cost(e);
            for (int k = 0; k < problem.measures(); k++) {
                totals[problem.agent(e) * problem.measures() + k] += problem.load(e, k);
            }
        }
        long beyond = 0;
        int broken = 0;
        for (int i = 0; i < totals.length; i++) {
            assertThat(plan.load(i)).isEqualTo(totals[i]);
            beyond += totals[i] > problem.high(i) ? totals[i] - problem.high(i) : 0;
            beyond += totals[i] < problem.low(i) ? problem.low(i) - totals[i] : 0;
            broken += totals[i] > problem.high(i) || totals[i] < problem.low(i) ? 1 : 0;
        }
        assertThat(plan.cost()).isEqualTo(cost);
        assertThat(plan.violation()).isEqualTo(beyond);
        assertThat(plan.violations()).hasSize(broken);
    }

    @Test
    void broken_bands_are_named_by_agent_and_measure_and_their_sum_stays_a_number() {
        var builder = new ProblemBuilder(List.of("r0", "r1"), List.of("load", "visits"));
        builder.band(0, 1, 1L << 62, AssignmentProblem.OPEN_HIGH).band(1, 0, 1L << 62, AssignmentProblem.OPEN_HIGH);
        builder.band(0, 0, 0, 3).unit("a0").option(0, 1, 3, 5);
        var plan = new Plan(builder.build(), new int[] {0});
        assertThat(plan.violations())
                .containsExactly(
                        new Violation(0, 1, 5, 1L << 62, AssignmentProblem.OPEN_HIGH),
                        new Violation(1, 0, 0, 1L << 62, AssignmentProblem.OPEN_HIGH));
        assertThat(plan.violation()).isEqualTo((1L << 62) - 5 + (1L << 62));
        builder.unit("a1").option(0, 1, 0, -6);
        assertThat(new Plan(builder.build(), new int[] {0, 1}).violation()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void the_best_so_far_breaks_least_then_costs_least_and_is_a_copy() {
        for (int seed = 1; seed <= 40; seed++) {
            var problem = OddProblems.draw(seed, 2, 8, 3);
            var random = new SplittableRandom(seed);
            var plan = new Plan(problem, choose(problem, random));
            var best = new Incumbent(plan);
            long[] least = {plan.violation(), plan.cost()};
            for (int n = 0; n < 60; n++) {
                int unit = random.nextInt(problem.units());
                plan.move(unit, option(problem, unit, random));
                long[] its = {plan.violation(), plan.cost()};
                boolean better = Arrays.compare(its, least) < 0;
                assertThat(best.offer(plan)).isEqualTo(better);
                least = better ? its : least;
                assertThat(new long[] {best.violation(), best.cost()}).isEqualTo(least);
                assertThat(best.plan().cost()).isEqualTo(least[1]);
                assertThat(best.plan().violation()).isEqualTo(least[0]);
                assertThat(best.feasible()).isEqualTo(least[0] == 0);
            }
        }
    }

    private static int[] choose(AssignmentProblem problem, SplittableRandom random) {
        int[] choice = new int[problem.units()];
        Arrays.setAll(choice, u -> option(problem, u, random));
        return choice;
    }

    private static int option(AssignmentProblem problem, int unit, SplittableRandom random) {
        return random.nextInt(problem.first(unit), problem.first(unit + 1));
    }
}
