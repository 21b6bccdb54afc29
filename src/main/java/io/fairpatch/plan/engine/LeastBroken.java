package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.SplittableRandom;

/**
 * Looks for the plan that breaks rules and bands least, where none keeps them all, by simulated annealing over what
 * {@link PlanScore} counts. Prices tell little there: they rise without end. Beside shifts and swaps a unit may go while
 * another, anywhere, returns to its rep, since a limit on moves that binds leaves no way by single shifts. One use.
 */
final class LeastBroken {
    private static final int CYCLES = 6;
    /** Cycles after which costs count fully again. */
    private static final int CHEAPER = 3;
    /** What costs count in a cycle, of what they counted in the one before: at first they guide, at last they hardly hinder. */
    private static final double CHEAPENED = 0.1;

    private static final int ROUNDS = 50;
    private static final int LOOKS = 8;
    /** What an account that breaks a rule outweighs, in hundredths of a per cent of a target. */
    private static final double RULE = 30_000;
    /** What all of the cost at a cycle's start counts at most, in the same. */
    private static final double ALL_COST = 100;
    /** Temperatures, as parts of a unit's mean share of a target. */
    private static final double HOT = 0.5;

    private static final double COLD = 0.002;
    /** Of a cycle: with fewer there is no time to cool down from so high. */
    private static final double TRIES_A_UNIT = 5_000;
    /** A try takes a look at every seat. */
    private static final double MOST_SEATS_LOOKED_AT = 5_000_000;

    private final TerritoryProblem problem;
    private final SplittableRandom random;
    private final Standing standing;
    private double costs;
    private final double share;
    private int[] best;
    private PlanScore bestScore;
    private double energy;

    LeastBroken(TerritoryProblem problem, int[] plan, long seed) {
        this.problem = problem;
        this.random = new SplittableRandom(seed);
        this.standing = new Standing(problem, plan);
        this.best = standing.assignment();
        this.bestScore = standing.score();
        this.share = 10_000.0 * problem.seats().size() / problem.units().size();
    }

    /** The best plan seen: the given one, where none is better. */
    int[] run(Deadline deadline, Progress progress) {
        double wanted = TRIES_A_UNIT * best.length;
        long tries =
                (long) Math.min(wanted, MOST_SEATS_LOOKED_AT / problem.seats().size());
        double hot = Math.max(COLD, HOT * tries / wanted);
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            restart(ALL_COST * Math.pow(CHEAPENED, cycle % CHEAPER));
            for (int round = 0; round < ROUNDS; round++) {
                if (progress.stopRequested() || deadline.over()) {
                    return best;
                }
                double degrees = share * hot * Math.pow(COLD / hot, round / (ROUNDS - 1.0));
                for (long t = tries / ROUNDS; t > 0; t--) {
                    step(degrees);
                }
            }
        }
        return best;
    }

    private void restart(double allCost) {
        costs = allCost / Math.max(1, bestScore.cost());
        for (int u = 0; u < best.length; u++) {
            standing.place(u, best[u]);
        }
        energy = energy(standing.score());
    }

    private double energy(PlanScore score) {
        return RULE * score.broken() + score.outside() + costs * score.cost();
    }

    private void step(double degrees) {
        int unit = random.nextInt(best.length);
        int[] options = problem.units().get(unit).options();
        int from = standing.seatOf(unit);
        int to = options[random.nextInt(options.length)];
        if (to == from) {
            return;
        }
        int kind = random.nextInt(3);
        int other = kind == 0 ? Standing.NOBODY : kind == 1 ? swapped(unit, from, to) : strayed(unit);
        int otherWas = other == Standing.NOBODY ? from : standing.seatOf(other);
        standing.place(unit, to);
        if (other != Standing.NOBODY) {
            standing.place(other, kind == 1 ? from : home(problem.units().get(other)));
        }
        var score = standing.score();
        double after = energy(score);
        if (after - energy <= -degrees * Math.log(1 - random.nextDouble())) {
            energy = after;
            note(score);
            return;
        }
        standing.place(unit, from);
        if (other != Standing.NOBODY) {
            standing.place(other, otherWas);
        }
    }

    private void note(PlanScore score) {
        if (score.compareTo(bestScore) < 0) {
            bestScore = score;
            best = standing.assignment();
        }
    }

    /** A unit of the other seat that may take the place of this one, if one is met. */
    private int swapped(int unit, int from, int to) {
        for (int look = 0; look < LOOKS; look++) {
            int other = random.nextInt(best.length);
            if (other != unit
                    && standing.seatOf(other) == to
                    && mayGo(problem.units().get(other), from)) {
                return other;
            }
        }
        return Standing.NOBODY;
    }

    /** A unit that is not with the rep who has it now and may return, if one is met. */
    private int strayed(int unit) {
        for (int look = 0; look < LOOKS; look++) {
            int other = random.nextInt(best.length);
            int home = home(problem.units().get(other));
            if (other != unit && home != Standing.NOBODY && home != standing.seatOf(other)) {
                return other;
            }
        }
        return Standing.NOBODY;
    }

    /** The seat that has the most of a unit's accounts now, or nobody where none may keep any. */
    private static int home(Unit unit) {
        int home = Standing.NOBODY;
        int most = 0;
        for (int seat : unit.options()) {
            int held = unit.holders().heldBy(seat);
            if (held > most) {
                home = seat;
                most = held;
            }
        }
        return home;
    }

    private static boolean mayGo(Unit unit, int seat) {
        for (int option : unit.options()) {
            if (option == seat) {
                return true;
            }
        }
        return false;
    }
}
