package io.fairpatch.plan.kernel.knapsack;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.bench.plan.Published;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.Pricing;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** On drawn problems of type D, ten units an agent, from the prices of the linear relaxation. */
final class ShareDiveTest {
    private static final int ROUNDS = 200;
    private static final long FOREVER = Long.MAX_VALUE / 4;

    @Test
    void averages_give_each_unit_away_about_once_and_their_bound_is_no_worse_than_at_the_start() {
        var problem = drawn(1);
        var path = new Path(problem.sacks);
        var averages = new Averages(problem.sacks, path, problem.prices);
        long relaxation = averages.climb(1, FOREVER, problem.limit, 0.1);
        assertThat(averages.climb(ROUNDS, FOREVER, problem.limit, 0.1)).isGreaterThanOrEqualTo(relaxation);
        double off = 0;
        for (int u = 0; u < problem.sacks.units(); u++) {
            double sum = 0;
            for (int a = 0; a < problem.sacks.agents(); a++) {
                assertThat(averages.share(a, u)).isBetween(0.0, 1 + 1e-9);
                sum += averages.share(a, u);
            }
            off += Math.abs(1 - sum);
        }
        assertThat(off / problem.sacks.units()).isLessThan(0.2);
    }

    @Test
    void a_few_dives_find_a_plan_near_the_bound_and_within_all_rooms() {
        for (int seed = 1; seed <= 3; seed++) {
            var problem = drawn(seed);
            var root = new Averages(problem.sacks, new Path(problem.sacks), problem.prices);
            long bound = root.climb(60, problem.limit, problem.limit, 0.1);
            long least = Long.MAX_VALUE;
            for (int d = 0; d < 6; d++) {
                least = Math.min(least, dive(problem, root, d));
            }
            assertThat(least - bound).isLessThan((problem.limit - bound) / 2);
        }
    }

    /** What the plan found costs, once it is seen to be one; a plan that is dearer than the limit is not offered. */
    private static long dive(Drawn problem, Averages root, int seed) {
        var dive = new ShareDive(problem.sacks, root, problem.limit, 0.1, new SplittableRandom(seed));
        while (!dive.done()) {
            dive.run(1_000_000);
        }
        int[] agentOf = dive.found();
        if (agentOf == null) {
            return Long.MAX_VALUE;
        }
        int[] left = problem.sacks.room().clone();
        for (int u = 0; u < agentOf.length; u++) {
            left[agentOf[u]] -= problem.sacks.load()[agentOf[u]][u];
        }
        assertThat(Arrays.stream(left).min().orElseThrow()).isNotNegative();
        assertThat(problem.sacks.cost(agentOf)).isLessThanOrEqualTo(problem.limit);
        return problem.sacks.cost(agentOf);
    }

    /** @param limit a per cent above the bound of the linear relaxation, in ticks */
    private record Drawn(Sacks sacks, int[] prices, long limit) {}

    private static Drawn drawn(int seed) {
        var reduced = Objects.requireNonNull(Presolve.reduce(Published.typeD(20, 200, seed)));
        var scaling = new Scaling(reduced, Objects.requireNonNull(Suits.of(reduced)));
        try (var workers = new Workers(1)) {
            var pace = new Pace(Budget.ofSteps(200, 1, 1), Progress.NONE, System::nanoTime);
            int[] prices =
                    scaling.unitPrices(Pricing.run(reduced, null, workers, pace).best());
            long bound = new Averages(scaling.sacks(), new Path(scaling.sacks()), prices).climb(1, FOREVER, 0, 0);
            long cost = scaling.millionths(bound);
            return new Drawn(scaling.sacks(), prices, scaling.ticks(cost + cost / 100));
        }
    }
}
