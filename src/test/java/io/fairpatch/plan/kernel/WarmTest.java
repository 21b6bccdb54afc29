package io.fairpatch.plan.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Status;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** A run may start from any prices, those of an optimum, of another problem, or senseless ones. */
final class WarmTest {
    private static final Budget STEPS = Budget.ofSteps(3_000, 1, 1);

    @Test
    void prices_to_start_from_change_the_way_and_not_the_answer() {
        for (int seed = 1; seed <= 60; seed++) {
            var problem = RandomProblems.draw(seed, 9, 4);
            var cold = Kernel.solve(problem, STEPS, Progress.NONE);
            var random = new SplittableRandom(seed);
            double far = Math.pow(10, random.nextInt(24) - 6);
            double[] senseless = DoubleStream.generate(() -> far * (random.nextDouble() - 0.5))
                    .limit(problem.bands())
                    .toArray();
            for (double[] prices : new double[][] {cold.prices(), senseless}) {
                var warm = Kernel.solve(problem, STEPS, Progress.NONE, new Warm(prices, null));
                assertThat(warm.status()).as("status of %d", seed).isEqualTo(cold.status());
                if (cold.status() == Status.FEASIBLE) {
                    assertThat(warm.cost()).as("cost of %d", seed).isEqualTo(cold.cost());
                }
            }
        }
    }
}
