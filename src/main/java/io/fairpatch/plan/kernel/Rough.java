package io.fairpatch.plan.kernel;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.Ascent;
import io.fairpatch.plan.kernel.price.ExactBound;
import io.fairpatch.plan.kernel.price.Pricing;
import io.fairpatch.plan.kernel.price.Shares;
import io.fairpatch.plan.kernel.search.Rounding;
import org.jspecify.annotations.Nullable;

/**
 * Prices and a plan rounded from them, without a search: a tenth of a run's work or less. Its cost is mostly within a per
 * cent of the bound; some bands are broken slightly.
 *
 * @param choice one option a unit
 * @param prices one a band, to start a run from
 * @param bound no plan of this problem within the bands costs less, in millionths
 * @param shares of the linear relaxation; null where prices were not taken to its optimum
 */
public record Rough(int[] choice, double[] prices, long bound, long steps, @Nullable Shares shares) {
    /** Pins hold; options that bands rule out are left in, so that there is an answer where no plan exists. */
    public static Rough of(AssignmentProblem problem, Budget budget, Progress progress, Warm warm) {
        return of(problem, budget, progress, warm, false);
    }

    /** The same with prices at the optimum of the linear relaxation: the best bound that prices alone can give. */
    public static Rough exact(AssignmentProblem problem, Budget budget, Progress progress, Warm warm) {
        return of(problem, budget, progress, warm, true);
    }

    private static Rough of(AssignmentProblem problem, Budget budget, Progress progress, Warm warm, boolean exact) {
        var pace = new Pace(budget, progress, System::nanoTime);
        var reduced = Presolve.pinsOnly(problem);
        try (var workers = new Workers(budget.threads())) {
            var prices = exact
                    ? Pricing.run(reduced, warm.prices(), workers, pace)
                    : Ascent.run(reduced, warm.prices(), workers, pace);
            int[] choice = reduced.toGiven(Rounding.of(reduced, prices).choices());
            long bound = ExactBound.of(reduced, prices.best());
            return new Rough(choice, prices.best(), bound, pace.steps(), given(reduced, prices.shares()));
        }
    }

    private static @Nullable Shares given(Reduced reduced, @Nullable Shares shares) {
        return shares == null ? null : new Shares(shares.first(), reduced.toGiven(shares.option()), shares.share());
    }
}
