package io.fairpatch.plan.kernel.knapsack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bounds that never lie, and searches to their end, by going through all plans of small problems. */
final class WholeBooksTest {
    private static final int ROUNDS = 60;

    @Test
    void drawn_problems_are_settled_and_the_bound_is_never_above_the_cheapest_plan() {
        int settled = 0;
        for (int seed = 0; seed < 150; seed++) {
            settled += settles(drawn(seed, Scale.ONE), Scale.ONE) ? 1 : 0;
        }
        assertThat(settled).isGreaterThan(90);
    }

    @Test
    void costs_too_fine_for_the_tables_are_rounded_to_the_safe_side() {
        int settled = 0;
        for (int seed = 0; seed < 100; seed++) {
            settled += settles(drawn(seed, 1_234_567_891L), 2_000_000) ? 1 : 0;
        }
        assertThat(settled).isGreaterThan(60);
    }

    /** Whether there is a plan; the search then ends within a tolerance of the cheapest one. */
    private static boolean settles(AssignmentProblem problem, long tolerance) {
        var plans = BruteForce.plans(problem);
        if (plans.isEmpty()) {
            return false;
        }
        long cheapest = BruteForce.of(problem).leastCost;
        var reduced = Objects.requireNonNull(Presolve.reduce(problem));
        var incumbent = new Incumbent(new Plan(reduced.problem(), reduced.fromGiven(plans.get(0))));
        try (var workers = new Workers(1)) {
            var pace = new Pace(Budget.ofSteps(ROUNDS, 1, 1), Progress.NONE, System::nanoTime);
            var books = Objects.requireNonNull(WholeBooks.of(reduced, new double[problem.bands()], workers, pace));
            for (int round = 0; round < ROUNDS && incumbent.cost() > books.bound(); round++) {
                books.round(incumbent);
                assertThat(books.bound()).isLessThanOrEqualTo(cheapest);
            }
            assertThat(incumbent.feasible()).isTrue();
            assertThat(incumbent.cost()).isBetween(cheapest, cheapest + tolerance - 1);
            assertThat(books.bound()).isGreaterThan(cheapest - tolerance);
        }
        return true;
    }

    /** A few units an agent, some pairs forbidden, rooms that bind. */
    private static AssignmentProblem drawn(int seed, long grain) {
        var random = new SplittableRandom(seed);
        int agents = 2 + random.nextInt(3);
        int units = agents == 4 ? 7 : 9;
        var builder = new ProblemBuilder(
                IntStream.range(0, agents).mapToObj(a -> "r" + a).toList(), List.of("load"));
        for (int a = 0; a < agents; a++) {
            long room = 4L * units / agents + random.nextInt(6);
            builder.band(a, 0, AssignmentProblem.OPEN_LOW, room * Scale.ONE + random.nextInt(1_000));
        }
        for (int u = 0; u < units; u++) {
            builder.unit("u" + u);
            int always = random.nextInt(agents);
            for (int a = 0; a < agents; a++) {
                long load = random.nextInt(9);
                long cost = (12 - load + random.nextInt(6)) * grain
                        + random.nextLong(grain) % (grain == Scale.ONE ? 1 : grain);
                if (a == always || random.nextInt(6) > 0) {
                    builder.option(a, cost, load * Scale.ONE);
                }
            }
        }
        return builder.build();
    }
}
