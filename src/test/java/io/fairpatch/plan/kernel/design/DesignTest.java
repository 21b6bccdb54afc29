package io.fairpatch.plan.kernel.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drawings against every drawing there is, where there are few; and tight bands where there are many. */
class DesignTest {
    private static final long ONE = 1_000_000;

    @Test
    void small_maps_are_drawn_as_cheaply_as_the_best_of_all_drawings() {
        int none = 0;
        for (int seed = 1; seed <= 10; seed++) {
            var problem = map(9, 3, 2, seed % 5 == 0 ? 0.05 : 0.25, seed);
            var answer = DesignKernel.solve(problem, Budget.ofSteps(400, seed, 1), Progress.NONE);
            double best = EveryDrawing.cheapest(problem);
            if (best == Double.POSITIVE_INFINITY) {
                none++;
                assertThat(answer.status()).as("map %d", seed).isEqualTo(Status.INFEASIBLE);
                assertThat(answer.why()).as("map %d", seed).isNotEmpty();
            } else {
                assertThat(answer.status()).as("map %d", seed).isEqualTo(Status.FEASIBLE);
                assertThat(answer.cost()).as("map %d", seed).isCloseTo(best, within(1e-6));
                assertThat(answer.bound()).as("map %d", seed).isCloseTo(best, within(1e-6));
            }
        }
        assertThat(none).as("maps without drawing").isBetween(1, 8);
    }

    @Test
    void three_tight_measures_and_contiguity_hold_at_once() {
        for (int seed = 1; seed <= 3; seed++) {
            var problem = map(100, 5, 3, 0.05, seed);
            var answer = DesignKernel.solve(problem, Budget.ofSteps(80, 1, 2), Progress.NONE);
            assertThat(answer.status()).as("map %d", seed).isEqualTo(Status.FEASIBLE);
            assertThat(EveryDrawing.allowed(problem, answer.territory())).isTrue();
            assertThat(EveryDrawing.cost(problem, answer.territory())).isCloseTo(answer.cost(), within(1e-6));
        }
    }

    @Test
    void the_same_steps_draw_the_same_map_on_one_thread_and_on_two() {
        var problem = map(60, 4, 3, 0.05, 7);
        var budget = Budget.ofSteps(120, 3, 1);
        var once = DesignKernel.solve(problem, budget, Progress.NONE);
        var again = DesignKernel.solve(problem, Budget.ofSteps(120, 3, 2), Progress.NONE);
        assertThat(again.territory()).isEqualTo(once.territory());
        assertThat(again.bound()).isEqualTo(once.bound());
    }

    /** Areas uniform on a square; each touches its two nearest earlier ones, which keeps the map in one piece. */
    static DesignProblem map(int areas, int territories, int measures, double tolerance, long seed) {
        var random = new SplittableRandom(seed);
        double[] x = random.doubles(areas, 0, 100).toArray();
        double[] y = random.doubles(areas, 0, 100).toArray();
        long[] loads = random.longs((long) areas * measures, 4, 21)
                .map(load -> load * ONE)
                .toArray();
        double[] even = new double[areas];
        Arrays.fill(even, 1);
        int[] free = new int[areas];
        Arrays.fill(free, -1);
        return new DesignProblem(
                IntStream.range(0, areas).mapToObj(a -> "z" + a).toList(),
                IntStream.range(0, measures).mapToObj(k -> "m" + k).toList(),
                territories,
                true,
                new Distances(x, y, even, false, 1),
                Neighbours.of(areas, touching(x, y)),
                loads,
                ends(loads, measures, (1 - tolerance) / territories),
                ends(loads, measures, (1 + tolerance) / territories),
                free);
    }

    private static List<int[]> touching(double[] x, double[] y) {
        List<int[]> pairs = new ArrayList<>();
        for (int a = 1; a < x.length; a++) {
            int area = a;
            IntStream.range(0, a)
                    .boxed()
                    .sorted((b, c) -> Double.compare(
                            Math.hypot(x[b] - x[area], y[b] - y[area]), Math.hypot(x[c] - x[area], y[c] - y[area])))
                    .limit(2)
                    .forEach(b -> pairs.add(new int[] {area, b}));
        }
        return pairs;
    }

    private static long[] ends(long[] loads, int measures, double share) {
        double[] sum = new double[measures];
        for (int at = 0; at < loads.length; at++) {
            sum[at % measures] += loads[at];
        }
        return Arrays.stream(sum).mapToLong(total -> Math.round(total * share)).toArray();
    }
}
