package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FootprintTest {

    @Test
    void a_problem_that_does_not_fit_the_heap_is_refused_with_the_heap_that_would_do() {
        var problem = problem(20_000, 20);
        assertThatCode(() -> Footprint.check(problem, 80L << 20)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Footprint.check(problem, 50L << 20))
                .isInstanceOfSatisfying(FairpatchException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLAN_TOO_LARGE);
                    assertThat(e.code().category().exitCode()).isEqualTo(2);
                    assertThat(e.problem().render())
                            .contains("20,000 units")
                            .contains("400,000 options")
                            .contains("may use 50 MB")
                            .contains("Maybe give it more, with FAIRPATCH_JAVA_OPTS=-Xmx");
                });
    }

    @Test
    void bytes_are_those_of_options_units_bands_and_at_most_the_largest_factor() {
        assertThat(Footprint.bytes(10, 100, 3, 2)).isEqualTo(10 * 240 + 100 * (2 * 28 + 24) + 36 * 8 + 6_000.0);
        assertThat(Footprint.bytes(0, 0, 100_000, 1)).isEqualTo(240e6 + 1e8);
    }

    @Test
    void what_fits_leaves_a_tenth_of_the_heap_and_the_program() {
        long heap = 100L << 20;
        assertThat(Footprint.fits(69_206_016, heap)).isTrue();
        assertThat(Footprint.fits(69_206_017, heap)).isFalse();
        assertThat(Footprint.tooLarge(5, 7, 96 << 20, heap))
                .hasMessageContaining("needs 133 MB of memory or more, and the JVM may use 100 MB")
                .hasMessageContaining("-Xmx244m before");
    }

    private static AssignmentProblem problem(int units, int agents) {
        var names = IntStream.range(0, agents).mapToObj(a -> "r" + a).toList();
        var builder = new ProblemBuilder(names, List.of("load"));
        for (int u = 0; u < units; u++) {
            builder.unit("a" + u);
            for (int a = 0; a < agents; a++) {
                builder.option(a, a, Scale.ONE);
            }
        }
        return builder.build();
    }
}
