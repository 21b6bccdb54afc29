package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Several chains of {@link Anneal} side by side, on the few seats of each unit that are cheap at the prices. */
final class Annealing {
    private static final int CHAINS = 2;
    private static final int FEW = 8;
    private static final double HOT = 1;
    private static final double COLD = 0.01;

    private Annealing() {}

    /**
     * The best plan of all chains, or the given one where none is better.
     *
     * @param tries of each chain
     * @param better takes the cost of each better plan of a chain, cents
     */
    static int[] improve(
            TerritoryProblem problem,
            Candidates candidates,
            Duals duals,
            int[] plan,
            long tries,
            long seed,
            Progress progress,
            DoubleConsumer better) {
        var few = candidates.narrowed(FEW, duals, plan);
        PlanScore score = new Standing(problem, plan).score();
        double mean = Math.max(1, score.cost() / (double) plan.length);
        var strain = Strain.of(problem, duals, mean);
        int[][] plans = new int[CHAINS + 1][];
        plans[CHAINS] = plan;
        IntStream.range(0, CHAINS).parallel().forEach(chain -> {
            var ledger = new Ledger(problem, few, strain, plan);
            var anneal = new Anneal(ledger, problem.seats().size(), seed * CHAINS + chain, better);
            plans[chain] = anneal.run(tries, HOT * mean, COLD * mean, progress);
        });
        return Arrays.stream(plans)
                .min(Comparator.comparing(one -> new Standing(problem, one).score()))
                .orElse(plan);
    }
}
