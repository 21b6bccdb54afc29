package io.fairpatch.plan.kernel.proof;

import io.fairpatch.plan.kernel.exact.WholeSearch;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Crowd;
import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.ExactBound;
import io.fairpatch.plan.kernel.price.Pricing;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a problem has no plan, in four ways:
 *
 * <ul>
 *   <li>presolve leaves a unit without option, or a band out of reach;
 *   <li>units of some size are too many or too few, whatever they sum up to ({@link Crowd});
 *   <li>prices exist at which every plan would cost something even though all costs are zero (Farkas' lemma; total capacity
 *       and every Hall condition on classes of units are special cases);
 *   <li>the search of a small problem ends without a plan.
 * </ul>
 */
final class Prover {
    private static final int SMALL = 60;
    private static final int TREE_STEPS = 4;

    private final AssignmentProblem problem;
    private final Workers workers;
    private final Pace pace;
    private double @Nullable [] certificate;
    private boolean undecided;

    /** @param certificate prices that may prove it, to be tried first */
    Prover(AssignmentProblem problem, Workers workers, Pace pace, double @Nullable [] certificate) {
        this.problem = problem;
        this.workers = workers;
        this.pace = pace;
        this.certificate = certificate;
    }

    /** Whether these rules alone are proven to clash; false also when the proof was not found. */
    boolean clash(Collection<Rule> rules) {
        return clash(rules, true);
    }

    /**
     * The same, with or without looking for prices: where none prove it of a set of rules, none do of a part of it, but for
     * what presolve finds out about that.
     */
    boolean clash(Collection<Rule> rules, boolean byPrices) {
        var reduced = Presolve.reduce(Rule.only(problem, rules));
        if (reduced == null || reduced.contradictory()) {
            return true;
        }
        if (certificate != null && ExactBound.provesInfeasible(reduced, certificate)) {
            return true;
        }
        if (Crowd.of(reduced.problem()).isPresent()) {
            return true;
        }
        if (pace.over()) {
            return false;
        }
        return (byPrices && priced(reduced)) || (WholeSearch.fits(reduced.problem(), SMALL) && exhausted(reduced));
    }

    /** Whether prices by themselves prove that the rules clash. */
    boolean pricesClash(Collection<Rule> rules) {
        return priced(Presolve.pinsOnly(Rule.only(problem, rules)));
    }

    private boolean exhausted(Reduced reduced) {
        var start = new Plan(reduced.problem(), firstOptions(reduced.problem()));
        var incumbent = new Incumbent(start);
        double[] none = new double[reduced.problem().bands()];
        boolean closed = new WholeSearch(reduced, none, pace).close(incumbent, 1, TREE_STEPS);
        undecided |= !closed && !incumbent.feasible();
        return closed && !incumbent.feasible();
    }

    /** Forgets the searches so far. */
    void begin() {
        undecided = false;
    }

    /** Whether a search since then ended before it found a plan or that there is none. */
    boolean isUndecided() {
        return undecided;
    }

    private boolean priced(Reduced reduced) {
        double[] prices = Pricing.proof(reduced, workers, pace);
        if (!ExactBound.provesInfeasible(reduced, prices)) {
            return false;
        }
        certificate = prices;
        return true;
    }

    /** The prices of the last proof by prices, or those it began with. */
    double @Nullable [] certificate() {
        return certificate;
    }

    private static int[] firstOptions(AssignmentProblem problem) {
        int[] choice = new int[problem.units()];
        for (int u = 0; u < choice.length; u++) {
            choice[u] = problem.first(u);
        }
        return choice;
    }
}
