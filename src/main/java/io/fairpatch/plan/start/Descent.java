package io.fairpatch.plan.start;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.random.RandomGenerator;

/**
 * Quick local moves on an assignment: shifts and swaps that lower cost plus priced violations. The price of a violation
 * grows while it lasts (breakout), so that bands and caps are met if they can be. Deterministic for a random generator.
 */
public final class Descent {
    private static final int PATIENCE = 8;
    private static final int SWAP_TRIES = 12;

    private final TerritoryProblem problem;
    private final Candidates candidates;
    private final RandomGenerator random;
    private final Books books;
    private final Energy energy;

    /** @param priceOfTarget cents a whole target of a seat is worth */
    public Descent(
            TerritoryProblem problem,
            Candidates candidates,
            int[] start,
            double priceOfTarget,
            RandomGenerator random) {
        this.problem = problem;
        this.candidates = candidates;
        this.random = random;
        this.books = new Books(problem.seats().size(), start);
        this.energy = new Energy(problem, new Standing(problem, start), priceOfTarget);
    }

    /** Sweeps until nothing gets better, at most {@code sweeps} times, and answers the best assignment met. */
    public int[] run(int sweeps, Progress progress) {
        int[] best = energy.standing().assignment();
        PlanScore bestScore = energy.standing().score();
        int idle = 0;
        for (int sweep = 0; sweep < sweeps && idle < PATIENCE && !progress.stopRequested(); sweep++) {
            boolean changed = sweep();
            PlanScore score = energy.standing().score();
            idle = score.compareTo(bestScore) < 0 ? 0 : idle + 1;
            if (score.compareTo(bestScore) < 0) {
                best = energy.standing().assignment();
                bestScore = score;
            }
            if (score.feasible() && !changed) {
                break;
            }
            energy.raisePrices();
            progress.at(sweep + 1L, sweeps);
        }
        return best;
    }

    private boolean sweep() {
        boolean changed = false;
        int size = problem.units().size();
        int first = random.nextInt(size);
        for (int i = 0; i < size; i++) {
            int unit = (first + i) % size;
            if (candidates.of(unit).length > 1) {
                changed |= shift(unit) || swap(unit);
            }
        }
        return changed;
    }

    private boolean shift(int unit) {
        int from = energy.standing().seatOf(unit);
        int best = from;
        double bestDelta = -0.5;
        for (int seat : candidates.of(unit)) {
            if (seat != from) {
                double delta = energy.shift(unit, seat);
                if (delta < bestDelta) {
                    bestDelta = delta;
                    best = seat;
                }
            }
        }
        if (best == from) {
            return false;
        }
        place(unit, best);
        return true;
    }

    private boolean swap(int unit) {
        int from = energy.standing().seatOf(unit);
        int[] seats = candidates.of(unit);
        for (int i = 0; i < SWAP_TRIES; i++) {
            int seat = seats[random.nextInt(seats.length)];
            if (seat == from || books.size(seat) == 0) {
                continue;
            }
            int other = books.member(seat, random.nextInt(books.size(seat)));
            if (candidates.has(other, from) && energy.swap(unit, other) < -0.5) {
                place(unit, seat);
                place(other, from);
                return true;
            }
        }
        return false;
    }

    private void place(int unit, int seat) {
        books.move(unit, energy.standing().seatOf(unit), seat);
        energy.standing().place(unit, seat);
    }
}
