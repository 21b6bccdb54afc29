package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.List;

/** What the parts inside the engine make of a plan. */
public final class KernelCost {
    private KernelCost() {}

    /** A plan's cost as the kernel counts it, mix left out, cents. */
    public static long cents(TerritoryProblem problem, int[] assignment) {
        var gauges = Gauge.of(problem);
        var duals = Duals.none(problem, gauges);
        var model = new Model(problem, gauges, List.of(), Candidates.of(problem), duals);
        long millionths = new Plan(model.kernel(), model.choice(assignment)).cost();
        if (millionths % Model.CENT != 0) {
            throw new AssertionError("The kernel counts parts of a cent: " + millionths);
        }
        return millionths / Model.CENT;
    }

    private static final double MEAN = 100_000;

    /**
     * A search's end.
     *
     * @param cost of the best plan inside all rules, cents; NaN when none was met
     * @param drift by how much the search's running sum differs from a new count
     */
    public record Searched(int[] assignment, double cost, double drift) {}

    public static Searched search(TerritoryProblem problem, int[] start, long tries, long seed) {
        var duals = Duals.none(problem, Gauge.of(problem));
        var strain = Strain.of(problem, duals, MEAN);
        var candidates = Candidates.of(problem);
        double[] best = {Double.NaN};
        var options = new Options(problem, candidates, duals);
        var ledger = new Ledger(problem, options, strain, start);
        var near = new Near(options, Double.POSITIVE_INFINITY);
        var deadline = Deadline.in(Double.POSITIVE_INFINITY, Progress.NONE);
        int[] found = new Anneal(ledger, options, near, problem.seats().size(), seed, cost -> best[0] = cost)
                .run(tries, new Annealing.Heat(1, 0.01, 0.25, 0, 0.5), MEAN, deadline, Progress.NONE);
        ledger.firm(1, 0);
        var again = new Ledger(problem, options, strain, ledger.plan());
        double drift = Math.abs(ledger.energy() - again.energy());
        return new Searched(found, best[0], drift);
    }
}
