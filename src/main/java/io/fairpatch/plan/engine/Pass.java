package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.Kernel;
import io.fairpatch.plan.kernel.Rough;
import io.fairpatch.plan.kernel.Warm;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Solution;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of the kernel over the candidate pairs at one price of moving. One use. */
final class Pass {
    private final TerritoryProblem problem;
    private final List<Gauge> gauges;
    private final Model model;
    private Duals duals;
    private int[] assignment = new int[0];
    private long steps;
    private @Nullable Long bound;

    /** @param warm prices to start from; all 0 for none */
    Pass(TerritoryProblem problem, List<Gauge> gauges, Candidates candidates, Duals warm) {
        this.problem = problem;
        this.gauges = gauges;
        this.duals = warm;
        this.model = new Model(problem, gauges, candidates, warm.moving());
    }

    /** Prices and a rounded plan. */
    void rough(Budget budget, Progress progress) {
        Rough found = Rough.of(model.kernel(), budget, progress, new Warm(warmPrices(), null));
        keep(found.prices(), found.choice(), found.steps());
    }

    /** @param from a plan to be kept in mind, seats by unit */
    void search(Budget budget, int @Nullable [] from, Progress progress) {
        var warm = new Warm(warmPrices(), from == null ? null : model.choice(from));
        Solution found = Kernel.solve(model.kernel(), budget, progress, warm);
        keep(found.prices(), found.choice(), found.steps());
        bound = found.bound();
    }

    private double @Nullable [] warmPrices() {
        boolean cold =
                Arrays.stream(duals.prices()).flatMapToDouble(Arrays::stream).allMatch(price -> price == 0);
        return cold ? null : model.kernelPrices(duals.prices());
    }

    private void keep(double[] prices, int[] choice, long itsSteps) {
        duals = new Duals(problem, gauges, model.prices(prices), duals.moving());
        assignment = model.seats(choice);
        steps = itsSteps;
    }

    Duals duals() {
        return duals;
    }

    /** No plan over the candidates costs less, cents; null when that is not known. */
    @Nullable
    Long boundCents() {
        return bound == null ? null : Math.floorDiv(Math.subtractExact(bound, model.allowance()), Model.CENT);
    }

    int[] assignment() {
        return assignment;
    }

    long steps() {
        return steps;
    }
}
