package io.fairpatch.plan.kernel.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Status;
import io.fairpatch.plan.kernel.model.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whole runs on maps whose answer is known by hand. */
final class DesignRunTest {
    private static DesignProblem line(int areas, int territories, double low, double high) {
        long[] loads = new long[areas];
        Arrays.fill(loads, 2 * Maps.ONE);
        return Maps.line(territories, loads, Math.round(low * Maps.ONE), Math.round(high * Maps.ONE), Maps.free(areas));
    }

    private static DesignSolution solve(DesignProblem problem, long steps) {
        return DesignKernel.solve(problem, Budget.ofSteps(steps, 1, 1), Progress.NONE);
    }

    @Test
    void a_line_is_cut_in_halves_around_their_middles() {
        for (boolean contiguous : new boolean[] {true, false}) {
            var line = line(20, 2, 20, 20);
            var answer = solve(line.with(contiguous, line.low(), line.high(), line.fixed()), 60);
            assertThat(answer.status()).isEqualTo(Status.FEASIBLE);
            assertThat(answer.cost()).isCloseTo(50, within(1e-9));
            assertThat(answer.violations()).isEmpty();
            assertThat(answer.why()).isEmpty();
            assertThat(Arrays.stream(answer.territory(), 0, 10)).containsOnly(answer.territory()[0]);
            assertThat(Arrays.stream(answer.territory(), 10, 20)).containsOnly(answer.territory()[19]);
            assertThat(answer.center()[answer.territory()[0]]).isBetween(4, 5);
            assertThat(answer.center()[answer.territory()[19]]).isBetween(14, 15);
            assertThat(Objects.requireNonNull(answer.bound())).isBetween(45.0, 50.0);
            assertThat(answer.gap()).isCloseTo((answer.cost() - answer.bound()) / 50, within(1e-9));
        }
    }

    @Test
    void a_small_map_is_searched_to_its_end() {
        var small = solve(line(9, 3, 6, 6), 1_000_000);
        assertThat(small.cost()).isEqualTo(6);
        assertThat(small.bound()).as("all drawings were tried").isEqualTo(6);
        assertThat(small.steps()).isLessThan(10);
    }

    @Test
    void what_is_proven_impossible_is_said_beside_the_nearest_drawing() {
        var answer = solve(line(20, 2, 5, 19), 6);
        assertThat(answer.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(answer.bound()).isNull();
        assertThat(answer.gap()).isNull();
        assertThat(answer.why()).first().asString().startsWith("All areas together have 40 load");
        assertThat(answer.violations())
                .allSatisfy(broken -> assertThat(broken.load()).isGreaterThan(19 * Maps.ONE))
                .extracting(Violation::high)
                .containsOnly(19 * Maps.ONE);
        assertThat(answer.violations().stream().mapToLong(Violation::amount).sum())
                .isEqualTo(2 * Maps.ONE);
        var few = solve(Maps.line(3, 4), 6);
        assertThat(few.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(few.why()).last().asString().matches("Territory \\d has no area.");
        assertThat(few.center()).contains(-1);
        var small = solve(line(9, 3, 5, 5), 6);
        assertThat(small.status()).isEqualTo(Status.INFEASIBLE);
        assertThat(small.why().get(0)).startsWith("All areas together");
    }

    @Test
    void what_is_neither_found_nor_proven_impossible_stays_unknown() {
        long[] loads = line(21, 2, 21, 21).loads().clone();
        loads[19] = Maps.ONE;
        loads[20] = 3 * Maps.ONE;
        var odd = Maps.line(2, loads, 21 * Maps.ONE, 21 * Maps.ONE, fixed());
        var answer = solve(odd, 8);
        assertThat(answer.status()).isEqualTo(Status.UNKNOWN);
        assertThat(answer.violations()).hasSize(2);
        assertThat(answer.bound()).isNotNull();
        assertThat(answer.gap()).isNull();
        assertThat(answer.why())
                .containsExactly(
                        "No drawing within all bands was found, and no proof that there is none. Maybe give it more time.");
        var apart = Maps.of(2, odd.loads(), 0, AssignmentProblem.OPEN_HIGH, fixed(), List.of(new int[] {0, 1}))
                .with(true, odd.low(), odd.high(), fixed());
        assertThat(solve(apart, 4).why())
                .anyMatch(line -> line.startsWith("The map falls into 20 parts"))
                .anyMatch(line -> line.matches("Territory \\d is not connected."));
    }

    private static int[] fixed() {
        int[] fixed = Maps.free(21);
        fixed[0] = 0;
        return fixed;
    }
}
