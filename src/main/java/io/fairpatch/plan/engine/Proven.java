package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.TerritoryProblem;
import org.jspecify.annotations.Nullable;

/** The best of the bounds that prices gave, cents. A look at every pair is needed for one, so it is taken once for prices. */
final class Proven {
    private final TerritoryProblem problem;
    private final Candidates candidates;
    private long best = Long.MIN_VALUE;
    private @Nullable Duals priced;
    private long cents;

    Proven(TerritoryProblem problem, Candidates candidates) {
        this.problem = problem;
        this.candidates = candidates;
    }

    /** What these prices prove. */
    long at(Duals duals) {
        if (priced != duals) {
            note(duals, new Pricing(problem, candidates, duals).run().boundCents());
        }
        return cents;
    }

    /** The prices were found to prove this. */
    void note(Duals duals, long boundCents) {
        priced = duals;
        cents = boundCents;
    }

    /** The best so far, that of these prices included. */
    long best(Duals duals) {
        raise(at(duals));
        return best;
    }

    /** Other prices prove this. */
    void raise(long boundCents) {
        best = Math.max(best, boundCents);
    }
}
