package io.fairpatch.plan;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.engine.Candidates;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import io.fairpatch.plan.rules.Polish;

/**
 * The demo org under all rules: our plan, and what OptaPlanner alone makes of today's owners under the same rules.
 *
 * @param gap proven distance to the optimum, a share; NaN without one
 * @param seconds of planning, the search's guard included
 */
public record RulesMeasured(double gap, double seconds, PlanScore ours, PlanScore optaPlanner, double theirSeconds) {
    /** @param moves OptaPlanner tries */
    public static RulesMeasured of(int accounts, int reps, long moves) {
        PlanInput input = DemoOrg.input(accounts, reps, 1, null);
        long began = System.nanoTime();
        Planner.Solved solved = new Planner().solve(input, Integer.MAX_VALUE, Progress.NONE);
        double seconds = (System.nanoTime() - began) / 1e9;
        PlanScore ours = solved.score();
        Long bound = solved.outcome().boundCents();
        double gap = bound == null || !ours.feasible() ? Double.NaN : (ours.cost() - bound) / (double) ours.cost();
        TerritoryProblem problem = solved.prepared().problem();
        began = System.nanoTime();
        var alone = new Polish().improve(problem, Candidates.of(problem), today(problem), moves, 7, Progress.NONE);
        return new RulesMeasured(gap, seconds, ours, alone.score(), (System.nanoTime() - began) / 1e9);
    }

    /** Everybody keeps what they have; the rest goes where it is cheapest. */
    private static int[] today(TerritoryProblem problem) {
        int[] seats = new int[problem.units().size()];
        for (Unit unit : problem.units()) {
            long least = Long.MAX_VALUE;
            for (int seat : unit.options()) {
                long cost =
                        problem.cost(unit.index(), seat) - (unit.holders().heldBy(seat) > 0 ? Long.MAX_VALUE / 2 : 0);
                if (cost < least) {
                    least = cost;
                    seats[unit.index()] = seat;
                }
            }
        }
        return seats;
    }
}
