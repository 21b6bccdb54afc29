package io.fairpatch.plan.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.OddProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.price.Prices;
import io.fairpatch.plan.kernel.price.Shares;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Plans rounded from shares, and the search's parameters. */
final class RoundingTest {
    @Test
    void every_unit_gets_an_option_pins_hold_and_loads_come_nearer_to_the_bands_than_by_the_largest_share() {
        long rounded = 0;
        long largest = 0;
        for (long seed = 1; seed <= 30; seed++) {
            var problem = OddProblems.draw(seed, 20, 60, 6);
            var reduced = Presolve.pinsOnly(problem);
            var prices = Board.prices(reduced);
            var plan = Rounding.of(reduced, prices);
            int[] choice = reduced.toGiven(plan.choices());
            assertThat(BruteForce.respectsRules(problem, choice))
                    .as("rules of %d", seed)
                    .isTrue();
            rounded += plan.violation() / 1_000;
            largest += byLargest(reduced.problem(), prices).violation() / 1_000;
            assertThat(BruteForce.respectsRules(
                            problem,
                            reduced.toGiven(Rounding.of(reduced, Prices.none(problem.bands()))
                                    .choices())))
                    .isTrue();
        }
        assertThat(rounded).isLessThan(largest * 9 / 10);
    }

    private static Plan byLargest(AssignmentProblem problem, Prices prices) {
        var shares = prices.shares();
        int[] choice = IntStream.range(0, problem.units()).map(problem::first).toArray();
        for (int u = 0; shares != null && u < choice.length; u++) {
            double most = -1;
            for (int at = shares.first()[u]; at < shares.first()[u + 1]; at++) {
                choice[u] = shares.share()[at] > most ? shares.option()[at] : choice[u];
                most = Math.max(most, shares.share()[at]);
            }
        }
        return new Plan(problem, choice);
    }

    /** Two agents with room for two large units each, or for a large one and two small. */
    private static AssignmentProblem halves() {
        var builder = new ProblemBuilder(List.of("r", "s"), List.of("m"));
        builder.band(0, 0, 9 * Scale.ONE, 11 * Scale.ONE).band(1, 0, 9 * Scale.ONE, 11 * Scale.ONE);
        for (int u = 0; u < 6; u++) {
            long load = (u < 2 ? 6 : 2) * Scale.ONE;
            builder.unit("u" + u).option(0, 0, load).option(1, 0, load);
        }
        return builder.build();
    }

    @Test
    void even_shares_are_settled_largest_first_so_that_both_bands_hold() {
        var reduced = Presolve.pinsOnly(halves());
        int[] first = IntStream.rangeClosed(0, 6).map(u -> 2 * u).toArray();
        double[] even = new double[12];
        Arrays.fill(even, 0.5);
        var shares = new Shares(first, IntStream.range(0, 12).toArray(), even);
        double[] none = new double[2];
        for (Shares given : new Shares[] {shares, null}) {
            var plan = Rounding.of(reduced, new Prices(none, none, 1e6, 0, 1e6, given, true));
            assertThat(plan.violation()).isZero();
            assertThat(plan.agent(0)).isNotEqualTo(plan.agent(1));
        }
    }

    @Test
    void sure_shares_are_taken_and_likely_ones_outweigh_a_little_violation_at_a_high_temperature_alone() {
        var reduced = Presolve.pinsOnly(halves());
        int[] first = IntStream.rangeClosed(0, 6).map(u -> 2 * u).toArray();
        double[] all = {1, 0, 1, 0, 1, 0, 0.99995, 0.00005, 0.9, 0.1, 0.9, 0.1};
        double[] none = new double[2];
        var plan = Rounding.of(
                reduced,
                new Prices(
                        none,
                        none,
                        1e6,
                        0,
                        1e6,
                        new Shares(first, IntStream.range(0, 12).toArray(), all),
                        true));
        assertThat(IntStream.range(0, 4).map(plan::agent)).containsOnly(0);
        assertThat(plan.agent(4) + plan.agent(5)).as("the others make room").isEqualTo(2);
    }

    @Test
    void parameters_follow_the_units_an_agent() {
        var few = Tuning.of(Board.tight(1, 40, 8, 1, 0.1), 1e6);
        assertThat(few.patience(true)).as("where no plan keeps the bands").isEqualTo(1_200);
        assertThat(few.perAgent()).isEqualTo(5);
        assertThat(few.regret()).isCloseTo(0.012 * 40 * 1e6, within(1e-3));
        assertThat(few.options()).isEqualTo(12);
        assertThat(few.allOptions()).isEqualTo(8);
        assertThat(few.hot()).isCloseTo(0.018 * 1e6, within(1e-6));
        assertThat(few.cold()).isCloseTo(few.hot() / 200, within(1e-9));
        assertThat(few.roams()).isTrue();
        assertThat(few.swings()).isTrue();
        assertThat(few.freeUnits()).isEqualTo(16);
        assertThat(few.agents(0)).isEqualTo(2);
        assertThat(few.agents(7)).isEqualTo(9);
        assertThat(few.warm()).isCloseTo(0.004 * 1e6, within(1e-9));

        var large = Tuning.of(Board.tight(1, 5_001, 2, 1, 0.1), 1e6);
        assertThat(large.patience(true)).isEqualTo(large.patience(false)).isEqualTo(4_000);
        assertThat(large.softens()).isTrue();
        assertThat(large.mild(0)).isCloseTo(0.3 * large.hot(), within(1e-9));
        assertThat(large.mild(1)).isCloseTo(0.03 * large.hot(), within(1e-9));

        var many = Tuning.of(Board.tight(1, 400, 2, 1, 0.1), 1e6);
        assertThat(many.regret()).isCloseTo(0.012 * 1e6, within(1e-6));
        assertThat(many.options()).isEqualTo(6);
        assertThat(many.hot()).isCloseTo(0.0018 * 1e6, within(1e-6));
        assertThat(many.roams()).isFalse();
        assertThat(many.softens()).isFalse();
        assertThat(many.swings()).isFalse();
        assertThat(many.freeUnits()).isEqualTo(13);
        assertThat(many.agents(0)).isEqualTo(2);
        assertThat(many.agents(3)).isEqualTo(3);
        assertThat(many.warm()).isCloseTo(0.004 * 30 / 200 * 1e6, within(1e-9));
        assertThat(Tuning.of(Board.tight(1, 900, 1, 1, 0.1), 1e6).regret()).isCloseTo(0.006 * 1e6, within(1e-6));

        assertThat(Primal.roams(59, 1)).isTrue();
        assertThat(Primal.roams(60, 1)).isFalse();
        assertThat(Primal.roams(5_000, 100)).isTrue();
        assertThat(Primal.roams(5_001, 100)).isFalse();
    }
}
