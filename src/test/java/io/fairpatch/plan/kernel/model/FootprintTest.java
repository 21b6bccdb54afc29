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
