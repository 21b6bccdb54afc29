package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plans some seats of a plan and their neighbours again, under all rules; every other seat keeps what it has. Work goes by
 * the size of these books, not by that of the problem. One use.
 */
public final class Mending {
    private static final int NEIGHBOURS = 10;
    private static final int VOTES = 3;
    private static final long TRIES_A_UNIT = 1_500;
    private static final long MOST_TRIES = 2_000_000;

    private final TerritoryProblem problem;
    private final int[] plan;
    private final boolean[] inside;

    /** @param touched seats to begin with */
    public Mending(TerritoryProblem problem, int[] plan, Collection<Integer> touched) {
        this.problem = problem;
        this.plan = plan;
        this.inside = new boolean[problem.seats().size()];
        touched.forEach(seat -> inside[seat] = true);
        neighbours().forEach(seat -> inside[seat] = true);
    }

    /** The seats that are planned again, ascending. */
    public int[] seats() {
        return IntStream.range(0, inside.length).filter(seat -> inside[seat]).toArray();
    }

    /** Seats that many units of the touched ones would go to cheaply. */
    private List<Integer> neighbours() {
        int[] votes = new int[inside.length];
        for (Unit unit : problem.units()) {
            if (inside[plan[unit.index()]]) {
                IntStream.of(unit.options())
                        .filter(seat -> !inside[seat])
                        .boxed()
                        .sorted(Comparator.comparingLong(seat -> problem.cost(unit.index(), seat)))
                        .limit(VOTES)
                        .forEach(seat -> votes[seat]++);
            }
        }
        return IntStream.range(0, votes.length)
                .filter(seat -> votes[seat] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(seat -> -votes[seat]))
                .limit(NEIGHBOURS)
                .toList();
    }

    /** A plan as an outcome without prices and bound: what it is and costs, not how good it is. */
    public static Outcome asIs(TerritoryProblem problem, int[] plan) {
        boolean few = plan.length <= Engine.SMALL;
        var candidates = few
                ? Candidates.of(problem)
                : Candidates.among(problem, plan, new boolean[problem.seats().size()]);
        return new Outcome(plan, Duals.none(problem, Gauge.of(problem)), null, candidates, 0, false);
    }

    /** Seats by unit; the plan itself where nothing better was found. */
    public int[] run(long seed, Progress progress) {
        var candidates = Candidates.among(problem, plan, inside);
        long free = IntStream.range(0, plan.length)
                .filter(unit -> candidates.of(unit).length > 1)
                .count();
        long tries = Math.min(MOST_TRIES, TRIES_A_UNIT * free);
        return new Annealing(problem, candidates, Duals.none(problem, Gauge.of(problem)), Annealing.Heat.COOL)
                .improve(plan, tries, seed, Deadline.in(Double.POSITIVE_INFINITY, progress), progress, cost -> {});
    }
}
