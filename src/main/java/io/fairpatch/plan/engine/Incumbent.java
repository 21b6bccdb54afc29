package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import org.jspecify.annotations.Nullable;

/**
 * The best plan so far by all rules: the kernel's search sees some of them by their prices alone, so that what it ends with
 * may cost more than what it began with. Plans that move more accounts than may are none.
 */
final class Incumbent {
    private final TerritoryProblem problem;
    private int @Nullable [] plan;
    private @Nullable PlanScore score;

    Incumbent(TerritoryProblem problem) {
        this.problem = problem;
    }

    /**
     * Answers its score, whether it is the best or not.
     *
     * @param found seats by unit, not changed afterwards
     */
    PlanScore offer(int[] found) {
        var standing = new Standing(problem, found);
        PlanScore its = standing.score();
        if (standing.moved() <= problem.mostMoved() && (score == null || its.compareTo(score) <= 0)) {
            plan = found;
            score = its;
        }
        return its;
    }

    /** The best, or the other one where none was within the moves. */
    int[] or(int[] other) {
        return plan == null ? other : plan;
    }
}
