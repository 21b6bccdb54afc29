package io.fairpatch.plan.kernel;

import io.fairpatch.plan.kernel.exact.WholeSearch;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.Prices;
import io.fairpatch.plan.kernel.search.Primal;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the plan that breaks the bands least where none keeps them all, with every option the pins allow. In two parts:
 * telling which rules clash takes many proofs, and a budget that ends among them must leave such a plan all the same. One
 * use.
 */
final class LeastBreach {
    private static final int TREE_STEPS = 40;
    private static final int FIRST_ROUNDS = 40;

    private final AssignmentProblem given;
    private final Prices prices;
    private final Workers workers;
    private final Pace pace;
    private final Reduced wide;
    private @Nullable Primal primal;
    private boolean least;

    LeastBreach(AssignmentProblem given, Prices prices, Workers workers, Pace pace) {
        this.given = given;
        this.prices = prices;
        this.workers = workers;
        this.pace = pace;
        this.wide = Presolve.pinsOnly(given);
    }

    /** The first part: a tiny problem to its end, of another as much as brings most; nothing the second time. */
    void begin(Incumbent best) {
        if (primal == null) {
            primal = searched(best);
            keep(primal, best);
        }
    }

    private Primal searched(Incumbent best) {
        pace.stage("Looking for the plan that breaks the bands least");
        int[] start = wide.fromGiven(best.plan().choices());
        var search = new Primal(wide, prices.even(), workers, pace, new Plan(wide.problem(), start));
        least = open(wide.problem()) <= Run.TINY
                && new WholeSearch(wide, prices.best(), pace).leastViolation(search.incumbent(), TREE_STEPS);
        if (!least) {
            search.anneal();
            search.breaksLeast();
            for (int round = 0; round < FIRST_ROUNDS && search.improve(); round++) {
                keep(search, best);
            }
        }
        return search;
    }

    /** Units that have a choice. */
    private static long open(AssignmentProblem problem) {
        return IntStream.range(0, problem.units())
                .filter(unit -> problem.first(unit + 1) - problem.first(unit) > 1)
                .count();
    }

    /** All of it, as far as the pace allows. */
    void finish(Incumbent best) {
        begin(best);
        var search = primal;
        if (search == null || least) {
            return;
        }
        pace.stage("Looking for the plan that breaks the bands least");
        while (search.improve()) {
            keep(search, best);
        }
        keep(search, best);
    }

    private void keep(Primal search, Incumbent best) {
        best.offer(new Plan(given, wide.toGiven(search.incumbent().plan().choices())));
    }
}
