package io.fairpatch.plan.start;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/**
 * A first plan, its prices and a bound. The plan comes from the better of two starts: everybody keeps what they have, and
 * everybody takes what is cheapest at the prices.
 *
 * @param bound no plan that keeps all bands, caps and the limit on moves costs less, cents
 * @param core the few seats worth trying for each unit by the prices, its own included
 */
public record Start(int[] assignment, Prices prices, double bound, Candidates core) {
    private static final int CLIMB = 300;
    private static final int CLIMB_AGAIN = 80;
    private static final int SWEEPS = 150;
    private static final int CORE = 6;

    public static Start of(TerritoryProblem problem, long seed, Progress progress) {
        var candidates = Candidates.of(problem);
        var ascent = new Ascent(problem, candidates);
        Prices prices = ascent.climb(CLIMB);
        if (ascent.widen(prices)) {
            prices = better(prices, ascent.climb(CLIMB_AGAIN));
        }
        double price = ascent.priceOfTarget();
        int[] cheapest = ascent.assignment(prices);
        var other = CompletableFuture.supplyAsync(
                () -> descend(problem, candidates, cheapest, price, seed, new Quiet(progress)));
        int[] second = descend(problem, candidates, keep(problem, prices), price, seed, progress);
        int[] first = other.join();
        int[] best = score(problem, second).compareTo(score(problem, first)) < 0 ? second : first;
        return new Start(best, prices, prices.bound(), candidates.narrowed(CORE, prices, best));
    }

    /** An assignment balanced by potential alone, roughly: from it the total of work is taken. */
    public static int[] byPotential(TerritoryProblem problem) {
        var ascent = new Ascent(problem, Candidates.of(problem));
        return ascent.assignment(ascent.climb(CLIMB_AGAIN));
    }

    private static Prices better(Prices one, Prices other) {
        return other.bound() > one.bound() ? other : one;
    }

    private static int[] descend(
            TerritoryProblem problem, Candidates candidates, int[] start, double price, long seed, Progress progress) {
        return new Descent(problem, candidates, start, price, new SplittableRandom(seed)).run(SWEEPS, progress);
    }

    /** Everybody keeps what they have where that is allowed; the rest goes where it is cheapest. */
    private static int[] keep(TerritoryProblem problem, Prices prices) {
        var start = new int[problem.units().size()];
        for (Unit unit : problem.units()) {
            int best = prices.cheapest(unit);
            int held = 0;
            for (int seat : unit.options()) {
                if (unit.holders().heldBy(seat) > held) {
                    held = unit.holders().heldBy(seat);
                    best = seat;
                }
            }
            start[unit.index()] = best;
        }
        return start;
    }

    /** One of two searches side by side tells how far it is; the other only listens. */
    private record Quiet(Progress loud) implements Progress {
        @Override
        public void stage(String sentence) {}

        @Override
        public void at(long done, long total) {}

        @Override
        public boolean stopRequested() {
            return loud.stopRequested();
        }
    }

    private static PlanScore score(TerritoryProblem problem, int[] assignment) {
        return new Standing(problem, assignment).score();
    }
}
