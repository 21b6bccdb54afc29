package io.fairpatch.plan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.bench.plan.IntegerProgram;
import io.fairpatch.bench.plan.LinearProgram;
import io.fairpatch.bench.plan.Published;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PublishedTest {
    private static final Path FOLDER = Path.of("src/test/resources/gap");

    static Stream<Arguments> known() throws IOException {
        return Files.readAllLines(FOLDER.resolve("best-known.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> cells[0].matches("chu1997/[abc]05100|chu1997/a.*|cattrysse1994/gap(1|3|12)-0"))
                .map(cells -> Arguments.of(cells[0], Long.parseLong(cells[7])));
    }

    @ParameterizedTest
    @MethodSource("known")
    void published_instances_come_within_a_thousandth_and_the_bound_stays_below(String name, long known) {
        var problem = Published.read(FOLDER.resolve(name));
        long best = known * Scale.ONE;
        var solution = Kernel.solve(problem, Budget.ofSteps(300, 2, 2), Progress.NONE);
        assertThat(solution.status()).isEqualTo(Status.FEASIBLE);
        assertThat(solution.bound()).isLessThanOrEqualTo(best);
        assertThat(solution.cost()).isBetween(best, best + best / 1000 + Scale.ONE);
    }

    @Test
    void loads_are_brought_to_their_ends_where_cost_and_load_pull_against_each_other() {
        var problem = Published.typeD(10, 100, 4);
        var solution = Kernel.solve(problem, Budget.ofSteps(150, 2, 2), Progress.NONE);
        assertThat(solution.gap()).isBetween(0.0, 0.002);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_bound_is_above_the_linear_program_and_meets_the_plan(long seed) {
        var problem = Published.typeE(8, 160, seed);
        var solution = Kernel.solve(problem, Budget.ofSteps(150, 1, 1), Progress.NONE);
        double bound = Objects.requireNonNull(solution.bound()) / (double) Scale.ONE;
        assertThat(bound).isGreaterThan(Math.ceil(LinearProgram.value(problem)));
        assertThat(solution.gap()).isBetween(0.0, 0.001);
    }

    @Test
    void few_units_an_agent_are_settled_as_an_independent_solver_does() {
        var problem = Published.typeE(10, 40, 3);
        var solution = Kernel.solve(problem, Budget.ofSteps(1_000, 1, 2), Progress.NONE);
        var verdict = IntegerProgram.solve(problem, "SAT", 120, 2);
        assertThat(solution.cost()).isEqualTo(verdict.cost()).isEqualTo(solution.bound());
    }
}
