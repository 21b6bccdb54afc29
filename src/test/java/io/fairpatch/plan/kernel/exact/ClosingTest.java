package io.fairpatch.plan.kernel.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.Grain;
import io.fairpatch.plan.kernel.price.Pricing;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At good prices a few hundred nodes settle what has 10^15 choices, and both searches agree on the cheapest plan. */
final class ClosingTest {
    private static final int UNITS = 32;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void bounds_and_conclusions_leave_a_few_hundred_nodes(int seed) {
        var reduced = Objects.requireNonNull(Presolve.reduce(tight(seed)));
        double[] prices = prices(reduced);
        long grain = Grain.of(reduced.problem()).grain();
        var incumbent = start(reduced);
        var closing = new Closing(reduced, prices, incumbent, grain, 1e-3, 1);
        int nodes = 0;
        while (!closing.run(10) && nodes <= 600) {
            nodes += 10;
        }
        assertThat(nodes).isLessThan(600);
        assertThat(closing.run(1)).as("an end is an end").isTrue();
        var other = start(reduced);
        assertThat(new WholeSearch(reduced, prices, pace(1)).cheapest(other, grain, 1))
                .as("end of the other search")
                .isTrue();
        assertThat(incumbent.feasible()).isTrue();
        assertThat(incumbent.cost()).isEqualTo(other.cost());
        assertThat(new Plan(reduced.problem(), incumbent.plan().choices()).violation())
                .isZero();
        long cost = other.cost();
        assertThat(new WholeSearch(reduced, prices, pace(1)).cheapest(other, grain, 1))
                .isTrue();
        assertThat(other.cost()).as("nothing is better than the best").isEqualTo(cost);
    }

    /** Costs that pull against the loads, in narrow bands of two measures. */
    private static AssignmentProblem tight(int seed) {
        var random = new SplittableRandom(seed);
        var builder = new ProblemBuilder(List.of("r0", "r1", "r2"), List.of("load", "visits"));
        long loads = 0;
        long visits = 0;
        for (int u = 0; u < UNITS; u++) {
            long load = random.nextInt(5, 25);
            long its = random.nextInt(1, 10);
            loads += load;
            visits += its;
            builder.unit("a" + u);
            for (int a = 0; a < 3; a++) {
                builder.option(a, (111 - 4 * load + random.nextInt(21)) * Scale.ONE, load, its);
            }
        }
        for (int a = 0; a < 3; a++) {
            builder.band(a, 0, loads / 3 - 3, loads / 3 + 3).band(a, 1, visits / 3 - 2, visits / 3 + 2);
        }
        return builder.build();
    }

    private static double[] prices(Reduced reduced) {
        try (var workers = new Workers(1)) {
            return Pricing.run(reduced, null, workers, pace(60)).best();
        }
    }

    private static Incumbent start(Reduced reduced) {
        var problem = reduced.problem();
        return new Incumbent(
                new Plan(problem, IntStream.range(0, UNITS).map(problem::first).toArray()));
    }

    private static Pace pace(long steps) {
        return new Pace(Budget.ofSteps(steps, 1, 1), Progress.NONE, () -> 0);
    }
}
