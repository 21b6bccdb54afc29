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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of the kernel over the candidate pairs at one price of moving. One use. */
final class Pass {
    /** So few units are priced in no time, and from afar more safely than from prices at an edge. */
    private static final int TINY = 60;

    private final TerritoryProblem problem;
    private final List<Gauge> held;
    private final List<Gauge> all;
    private final Model model;
    private Duals duals;
    private int[] assignment = new int[0];
    private long steps;
    private @Nullable Long bound;
    private @Nullable List<List<Part>> parts;

    /**
     * @param held gauges held to their bands; the others are priced as they are in {@code warm}
     * @param warm prices to start from; all 0 for none
     */
    Pass(TerritoryProblem problem, List<Gauge> held, Candidates candidates, Duals warm) {
        this.problem = problem;
        this.held = held;
        this.all = warm.gauges();
        this.duals = warm;
        var priced = all.stream().filter(gauge -> !held.contains(gauge)).toList();
        this.model = new Model(problem, held, priced, candidates, warm);
    }

    /** Prices and a rounded plan. */
    void rough(Budget budget, Progress progress) {
        Rough found = Rough.of(model.kernel(), budget, progress, new Warm(warmPrices(), null));
        keep(found.prices(), found.choice(), found.steps());
    }

    /** Prices at the optimum of the linear relaxation, and a plan rounded from them. */
    void exact(Budget budget, Progress progress) {
        Rough found = Rough.exact(model.kernel(), budget, progress, new Warm(warmPrices(), null));
        keep(found.prices(), found.choice(), found.steps());
        parts = found.shares() == null ? null : Part.bySeat(problem, model.kernel(), found.shares());
    }

    /**
     * @param from a plan to be kept in mind, seats by unit
     * @param better takes plans inside the bands, seats by unit, on the way
     */
    void search(Budget budget, int @Nullable [] from, Progress progress, Consumer<int[]> better) {
        boolean tiny = problem.units().size() < TINY;
        var warm = new Warm(tiny ? null : warmPrices(), from == null ? null : model.choice(from));
        Consumer<int[]> seated = choice -> better.accept(model.seats(choice));
        Solution found = Kernel.solve(model.kernel(), budget, progress, warm, seated);
        keep(found.prices(), found.choice(), found.steps());
        bound = found.bound();
    }

    private double @Nullable [] warmPrices() {
        double[][] known = held.stream().map(duals::pricesOf).toArray(double[][]::new);
        boolean cold = Arrays.stream(known).flatMapToDouble(Arrays::stream).allMatch(price -> price == 0);
        return cold ? null : model.kernelPrices(known);
    }

    private void keep(double[] kernelPrices, int[] choice, long itsSteps) {
        double[][] found = model.prices(kernelPrices);
        double[][] prices = new double[all.size()][];
        for (int g = 0; g < prices.length; g++) {
            int at = held.indexOf(all.get(g));
            prices[g] = at < 0 ? duals.pricesOf(all.get(g)) : found[at];
        }
        duals = new Duals(problem, all, prices, duals.moving());
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

    /** What seats hold in the linear relaxation; null where it was not solved. */
    @Nullable
    List<List<Part>> parts() {
        return parts;
    }

    int[] assignment() {
        return assignment;
    }

    long steps() {
        return steps;
    }
}
