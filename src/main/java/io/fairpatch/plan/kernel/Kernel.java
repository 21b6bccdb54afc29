package io.fairpatch.plan.kernel;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Footprint;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Solution;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.search.Primal;
import java.util.function.Consumer;

/**
 * Assigns units to agents at least cost within two-sided bands, with a proven bound: prices by smoothed dual ascent,
 * rounding, repair and large-neighbourhood search; small problems exactly; problems without plan with a proof.
 *
 * <p>Stateless and safe to call from several threads.
 */
public final class Kernel {
    private Kernel() {}

    /** Whether the search of such a problem goes round by chains too, so that a step is several times the usual work. */
    public static boolean roams(int units, int agents) {
        return Primal.roams(units, agents);
    }

    /** Solves from scratch. The problem needs at least one option for every unit. */
    public static Solution solve(AssignmentProblem problem, Budget budget, Progress progress) {
        return solve(problem, budget, progress, Warm.NONE);
    }

    /**
     * Solves from what an earlier run left: its prices, or a plan to be kept in mind, or both.
     *
     * @throws io.fairpatch.error.FairpatchException PLAN_TOO_LARGE before it starts, when the heap would not do
     */
    public static Solution solve(AssignmentProblem problem, Budget budget, Progress progress, Warm warm) {
        return solve(problem, budget, progress, warm, choice -> {});
    }

    /**
     * The same.
     *
     * @param better takes plans within the bands, an option of each unit, each notably cheaper than the one before
     */
    public static Solution solve(
            AssignmentProblem problem, Budget budget, Progress progress, Warm warm, Consumer<int[]> better) {
        Footprint.check(problem, Runtime.getRuntime().maxMemory());
        var pace = new Pace(budget, progress, System::nanoTime);
        try (var workers = new Workers(budget.threads())) {
            return new Run(problem, warm, workers, pace, better).solve();
        }
    }
}
