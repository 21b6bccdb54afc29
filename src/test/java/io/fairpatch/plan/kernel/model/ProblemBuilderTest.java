package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.FairpatchException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemBuilderTest {
    private static final List<String> AGENTS = List.of("r0", "r1", "r2", "r3", "r4");

    @Test
    void what_was_given_comes_back_also_beyond_the_room_first_taken() {
        var builder = new ProblemBuilder(AGENTS, List.of("load", "visits"));
        for (int u = 0; u < 3_000; u++) {
            builder.unit("a" + u);
            for (int o = 0; o < 4; o++) {
                builder.option((u + o) % 5, 10L * u + o, u + o, u - o);
            }
            assertThat(builder.hasOption(u % 5)).isTrue();
            assertThat(builder.hasOption((u + 4) % 5)).isFalse();
            if (u % 7 == 0) {
                builder.pin((u + 2) % 5);
            }
        }
        var problem = builder.build();
        assertThat(List.of(problem.units(), problem.agents(), problem.measures(), problem.bands(), problem.options()))
                .containsExactly(3_000, 5, 2, 10, 12_000);
        for (int u = 0; u < 3_000; u++) {
            assertThat(problem.first(u)).isEqualTo(4 * u);
            assertThat(problem.pin(u)).isEqualTo(u % 7 == 0 ? 4 * u + 2 : -1);
            assertThat(problem.labels().units().get(u)).isEqualTo("a" + u);
            for (int o = 0; o < 4; o++) {
                assertThat(problem.agent(4 * u + o)).isEqualTo((u + o) % 5);
                assertThat(problem.cost(4 * u + o)).isEqualTo(10L * u + o);
                assertThat(problem.load(4 * u + o, 0)).isEqualTo(u + o);
                assertThat(problem.load(4 * u + o, 1)).isEqualTo(u - o);
            }
        }
        assertThat(problem.first(3_000)).isEqualTo(12_000);
    }

    @Test
    void a_band_is_kept_where_it_was_set_and_open_elsewhere() {
        var problem = new ProblemBuilder(AGENTS, List.of("load", "visits"))
                .band(3, 1, 7, 7)
                .band(1, 0, -2, 9)
                .build();
        assertThat(problem.low(7)).isEqualTo(7);
        assertThat(problem.high(7)).isEqualTo(7);
        assertThat(problem.low(2)).isEqualTo(-2);
        assertThat(problem.high(2)).isEqualTo(9);
        assertThat(problem.low(6)).isEqualTo(AssignmentProblem.OPEN_LOW);
        assertThat(problem.high(6)).isEqualTo(AssignmentProblem.OPEN_HIGH);
        assertThat(problem.bandName(7)).isEqualTo("visits of r3");
        assertThat(problem.violation(2, 12)).isEqualTo(3);
        assertThat(problem.violation(2, -7)).isEqualTo(5);
        assertThat(problem.violation(2, 9)).isZero();
        assertThat(problem.violation(2, -2)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProblemBuilder(AGENTS, List.of("load")).band(0, 0, 8, 7));
    }

    @Test
    void a_pin_names_an_option_of_its_unit() {
        var builder = new ProblemBuilder(AGENTS, List.of("load"));
        builder.unit("a0").option(1, 0, 0).option(0, 0, 0).pin(0);
        builder.unit("a1").option(2, 0, 0);
        assertThat(builder.build().pin(0)).isEqualTo(1);
        assertThat(builder.build().pin(1)).isEqualTo(-1);
        builder.pin(0);
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("Unit a1 is pinned");
    }

    @Test
    void sums_that_may_overflow_are_refused_and_those_just_below_are_not() {
        long quarter = 1L << 60;
        assertThat(amounts(3, -quarter, -quarter).units()).isEqualTo(3);
        assertThatThrownBy(() -> amounts(4, -quarter, 1))
                .isInstanceOf(FairpatchException.class)
                .hasMessageContaining("The costs add up to more than 4.6e12");
        assertThatThrownBy(() -> amounts(4, 1, -quarter))
                .isInstanceOf(FairpatchException.class)
                .hasMessageContaining("The loads of visits add up to more than 4.6e12");
    }

    /** Each unit may go to two agents, and only the larger amount counts. */
    private static AssignmentProblem amounts(int units, long cost, long visits) {
        var builder = new ProblemBuilder(AGENTS, List.of("load", "visits"));
        for (int u = 0; u < units; u++) {
            builder.unit("a" + u).option(0, cost, 1, visits).option(1, cost / 2, 1, visits);
        }
        return builder.build();
    }

    @Test
    void the_same_problem_with_other_bands_pins_or_without_costs_keeps_the_rest() {
        var builder = new ProblemBuilder(AGENTS.subList(0, 2), List.of("load")).band(0, 0, 1, 5);
        builder.unit("a0").option(0, 3, 4).option(1, 5, 6).pin(1);
        var given = builder.build();
        var other = given.withBands(new long[] {2, 3}, new long[] {8, 9}).withPins(new int[] {0});
        assertThat(List.of(other.low(1), other.high(0), other.cost(1))).containsExactly(3L, 8L, 5L);
        assertThat(other.pin(0)).isZero();
        var free = given.withoutCosts();
        assertThat(List.of(free.low(0), free.high(0), free.cost(1), free.load(1, 0)))
                .containsExactly(1L, 5L, 0L, 6L);
        assertThat(free.pin(0)).isEqualTo(1);
    }
}
