package io.fairpatch.plan.kernel.design;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Workers;

/**
 * Draws territories from scratch: growth from drawn or bounded centres, then annealing that keeps every territory
 * connected at all times, restarted until the budget ends; a Lagrangian bound on the side up to 5,000 areas. Stateless.
 */
public final class DesignKernel {
    private DesignKernel() {}

    /** Draws within the budget; the answer is the same for the same seed and steps, whatever the threads. */
    public static DesignSolution solve(DesignProblem problem, Budget budget, Progress progress) {
        try (var workers = new Workers(budget.threads())) {
            return new DesignRun(problem, workers, new Pace(budget, progress, System::nanoTime)).solve();
        }
    }
}
