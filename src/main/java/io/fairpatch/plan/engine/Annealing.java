package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Several chains of {@link Anneal} side by side. One use. */
final class Annealing {
    private static final int CHAINS = 2;

    private final TerritoryProblem problem;
    private final Candidates candidates;
    private final Duals duals;
    private final Heat heat;

    /**
     * Temperatures, as multiples of a unit's mean cost.
     *
     * @param hot at the start
     * @param cold at the end
     */
    record Heat(double hot, double cold) {
        /** From anywhere. */
        static final Heat WARM = new Heat(1, 0.01);
        /** From a good plan, which too few tries for its size must not take apart. */
        static final Heat COOL = new Heat(0.01, 0.001);
    }

    /** @param candidates the few seats of each unit that are tried */
    Annealing(TerritoryProblem problem, Candidates candidates, Duals duals, Heat heat) {
        this.problem = problem;
        this.candidates = candidates;
        this.duals = duals;
        this.heat = heat;
    }

    /**
     * The best plan of all chains, or the given one where none is better.
     *
     * @param tries of each chain
     * @param better takes the cost of each better plan of a chain, cents
     */
    int[] improve(int[] plan, long tries, long seed, Progress progress, DoubleConsumer better) {
        PlanScore score = new Standing(problem, plan).score();
        double mean = Math.max(1, score.cost() / (double) plan.length);
        var strain = Strain.of(problem, duals, mean);
        int[][] plans = new int[CHAINS + 1][];
        plans[CHAINS] = plan;
        IntStream.range(0, CHAINS).parallel().forEach(chain -> {
            var ledger = new Ledger(problem, candidates, strain, plan);
            var anneal = new Anneal(ledger, problem.seats().size(), seed * CHAINS + chain, better);
            plans[chain] = anneal.run(tries, heat.hot() * mean, heat.cold() * mean, progress);
        });
        return Arrays.stream(plans)
                .min(Comparator.comparing(one -> new Standing(problem, one).score()))
                .orElse(plan);
    }
}
