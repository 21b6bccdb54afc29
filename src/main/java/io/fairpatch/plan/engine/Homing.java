package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sends units home to whoever has them until no more accounts move than may: a hard rule comes before bands. */
final class Homing {
    private final TerritoryProblem problem;
    private final Candidates candidates;
    private final Standing standing;

    private record Return(int unit, int home, PlanScore after, int saved) {}

    private Homing(TerritoryProblem problem, Candidates candidates, int[] plan) {
        this.problem = problem;
        this.candidates = candidates;
        this.standing = new Standing(problem, plan);
    }

    /** The plan itself when it keeps the limit. */
    static int[] of(TerritoryProblem problem, Candidates candidates, int[] plan) {
        var homing = new Homing(problem, candidates, plan);
        while (homing.standing.moved() > problem.mostMoved() && homing.sweep()) {
            continue;
        }
        return homing.standing.assignment();
    }

    /** One return after another, what harms least first as seen at the start; false when nobody can go home. */
    private boolean sweep() {
        List<Return> returns = new ArrayList<>();
        for (Unit unit : problem.units()) {
            offer(unit.index(), returns);
        }
        returns.sort(Comparator.comparing(Return::after)
                .thenComparing(Return::saved, Comparator.reverseOrder())
                .thenComparing(Return::unit));
        int most = Math.max(1, returns.size() / 10);
        for (int i = 0; i < Math.min(most, returns.size()) && standing.moved() > problem.mostMoved(); i++) {
            standing.place(returns.get(i).unit(), returns.get(i).home());
        }
        return !returns.isEmpty();
    }

    private void offer(int unit, List<Return> returns) {
        int now = standing.seatOf(unit);
        int moved = problem.moved(unit, now);
        for (int home : problem.units().get(unit).holders().seats()) {
            int saved = moved - problem.moved(unit, home);
            if (saved > 0 && candidates.has(unit, home)) {
                returns.add(new Return(unit, home, standing.scoreWith(unit, home), saved));
            }
        }
    }
}
