package io.fairpatch.plan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.bench.plan.Published;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Status;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DeterminismTest {

    @Test
    void one_and_two_threads_give_the_same_answer_for_the_same_steps() {
        var problem = manyAgents();
        var one = Kernel.solve(problem, Budget.ofSteps(100, 3, 1), Progress.NONE);
        var two = Kernel.solve(problem, Budget.ofSteps(100, 3, 2), Progress.NONE);
        assertThat(two.choice()).isEqualTo(one.choice());
        assertThat(two.prices()).isEqualTo(one.prices());
        assertThat(two.steps()).isEqualTo(one.steps());
        assertThat(one.status()).isEqualTo(Status.FEASIBLE);
    }

    @Test
    void searches_by_whole_books_do_not_depend_on_the_threads() {
        var problem = Published.typeD(10, 100, 4);
        var one = Kernel.solve(problem, Budget.ofSteps(140, 3, 1), Progress.NONE);
        var two = Kernel.solve(problem, Budget.ofSteps(140, 3, 2), Progress.NONE);
        assertThat(two.choice()).isEqualTo(one.choice());
        assertThat(two.bound()).isEqualTo(one.bound());
    }

    @Test
    void the_steps_of_a_timed_answer_reproduce_it() {
        var problem = Published.typeD(5, 100, 4);
        var timed = Kernel.solve(problem, Budget.ofSeconds(0.4, 5, 2), Progress.NONE);
        var again = Kernel.solve(problem, Budget.ofSteps(timed.steps(), 5, 1), Progress.NONE);
        assertThat(again.choice()).isEqualTo(timed.choice());
        assertThat(again.bound()).isEqualTo(timed.bound());
    }

    /** Enough agents that the search works in several parts at once. */
    private static AssignmentProblem manyAgents() {
        int agents = 130;
        var random = new SplittableRandom(11);
        var names = IntStream.range(0, agents).mapToObj(a -> "r" + a).toList();
        var builder = new ProblemBuilder(names, List.of("load"));
        for (int a = 0; a < agents; a++) {
            builder.band(a, 0, 80 * Scale.ONE, 120 * Scale.ONE);
        }
        for (int u = 0; u < agents * 10; u++) {
            builder.unit("a" + u);
            long load = (5 + random.nextInt(11)) * Scale.ONE;
            int home = random.nextInt(agents);
            for (int step = 0; step < 6; step++) {
                builder.option((home + step * step) % agents, random.nextInt(1_000) * 10_000L, load);
            }
        }
        return builder.build();
    }
}
