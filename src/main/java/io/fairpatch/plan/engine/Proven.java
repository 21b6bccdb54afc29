package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Mix;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
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

    /** Whether they prove that no plan keeps bands, caps and the limit on moves: none could cost that much. */
    boolean none(Duals duals) {
        return best(duals) > dearest(problem);
    }

    /** No choice of seats costs more, whatever it breaks, cents. */
    static long dearest(TerritoryProblem problem) {
        long sum = 0;
        int[] all = new int[Count.values().length];
        for (Unit unit : problem.units()) {
            long most = Long.MIN_VALUE;
            for (int seat : unit.options()) {
                most = Math.max(most, problem.cost(unit.index(), seat));
            }
            sum += most;
            for (Count count : Count.values()) {
                all[count.ordinal()] += unit.count(count);
            }
        }
        for (Seat seat : problem.seats()) {
            for (Count count : Count.values()) {
                Mix mix = seat.mix();
                sum += Math.max(mix.cost(count, 0), mix.cost(count, all[count.ordinal()]));
            }
        }
        return sum;
    }

    /** Other prices prove this. */
    void raise(long boundCents) {
        best = Math.max(best, boundCents);
    }
}
