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
     * Temperatures and regrets, as multiples of a unit's mean cost, and how firm rules are meanwhile.
     *
     * @param hot at the start
     * @param cold at the end
     * @param ease of its full price, what breaking a rule costs at the start
     * @param always a regret that is worth a try at any temperature, to end at a band's edge
     * @param leans how far regrets at the prices stand for costs at the start, from 0 to below 1. Costs alone leave a load
     *     that strays from its band's end the whole of the end's price to lose inside and little outside; regrets charge both
     *     sides for it, so that what remains to be lost is small on both, and units move freely while it is hot
     */
    record Heat(double hot, double cold, double ease, double always, double leans) {
        private static final double FIRM_FROM = 0.9;
        private static final double FIRMEST = 30;

        /** From anywhere, to the cheapest plan; it may end slightly outside the bands. */
        static final Heat WARM = new Heat(0.25, 0.005, 0.05, 0.2, 0.9);
        /** From a good plan slightly outside the bands, into them. */
        static final Heat FIRM = new Heat(0.03, 0.001, 4, 0.5, 0);
        /** From a plan near the bands that this did not bring in, by any option. */
        static final Heat FIRMER = new Heat(0.1, 0.001, 8, Double.POSITIVE_INFINITY, 0);
        /** From anywhere, to a plan inside the bands. */
        static final Heat STIFF = new Heat(1, 0.01, 4, Double.POSITIVE_INFINITY, 0);
        /** From a good plan, which too few tries for its size must not take apart. */
        static final Heat COOL = new Heat(0.01, 0.001, 1, 0.2, 0);

        /** The temperature after a part of the way. */
        double at(double way) {
            return hot * Math.pow(cold / hot, way);
        }

        /** How far regrets stand for costs after a part of the way; not at all once rules get firm. */
        double leaning(double way) {
            return way < FIRM_FROM ? 1 - Math.pow(1 - leans, 1 - way / FIRM_FROM) : 0;
        }

        /** What breaking a rule costs after a part of the way, of its full price. */
        double firmness(double way) {
            double full = Math.max(1, ease);
            return way < FIRM_FROM
                    ? ease * Math.pow(full / ease, way / FIRM_FROM)
                    : full + (FIRMEST - full) * (way - FIRM_FROM) / (1 - FIRM_FROM);
        }
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
    int[] improve(int[] plan, long tries, long seed, Deadline deadline, Progress progress, DoubleConsumer better) {
        PlanScore score = new Standing(problem, plan).score();
        double mean = Math.max(1, score.cost() / (double) plan.length);
        var strain = Strain.of(problem, duals, mean);
        var options = new Options(problem, candidates, duals);
        // without prices nothing tells what is worth a try
        double always = duals.areNone() ? Double.POSITIVE_INFINITY : heat.always() * mean;
        int[][] plans = new int[CHAINS + 1][];
        plans[CHAINS] = plan;
        IntStream.range(0, CHAINS).parallel().forEach(chain -> {
            var ledger = new Ledger(problem, options, strain, plan);
            var near = new Near(options, always);
            int seats = problem.seats().size();
            var anneal = new Anneal(ledger, options, near, seats, seed * CHAINS + chain, better);
            plans[chain] = anneal.run(tries, heat, mean, deadline, progress);
        });
        return Arrays.stream(plans)
                .min(Comparator.comparing(one -> new Standing(problem, one).score()))
                .orElse(plan);
    }
}
