package io.fairpatch.plan;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import io.fairpatch.plan.rules.OptaPlannerAlone;
import java.time.Duration;
import java.util.List;

/**
 * The demo org under all rules: our plan, and what OptaPlanner alone makes of today's owners under the same rules in the
 * time that ours took.
 *
 * @param gap proven distance to the optimum, a share; NaN without one
 * @param seconds of planning, explaining included
 */
public record RulesMeasured(double gap, double seconds, PlanScore ours, OptaPlannerAlone optaPlanner) {
    /**
     * Measures.
     *
     * @param seconds the search may take
     */
    public static RulesMeasured of(int accounts, int reps, double seconds, Progress progress) {
        PlanInput input = DemoOrg.input(accounts, reps, 1, null);
        long began = System.nanoTime();
        Planner.Solved solved = new Planner(seconds).solve(input, Integer.MAX_VALUE, progress);
        progress.stage("Explaining the plan");
        solved.explained(List.of());
        double took = (System.nanoTime() - began) / 1e9;
        PlanScore ours = solved.score();
        Long bound = solved.outcome().boundCents();
        double gap = bound == null || !ours.feasible() ? Double.NaN : (ours.cost() - bound) / (double) ours.cost();
        TerritoryProblem problem = solved.prepared().problem();
        progress.stage("OptaPlanner alone");
        var alone = OptaPlannerAlone.of(problem, today(problem), Duration.ofMillis(Math.round(1_000 * took)));
        progress.stage("");
        return new RulesMeasured(gap, took, ours, alone);
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
