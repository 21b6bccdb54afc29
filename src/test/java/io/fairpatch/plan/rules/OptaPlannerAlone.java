package io.fairpatch.plan.rules;

import io.fairpatch.plan.engine.Candidates;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.time.Duration;
import java.util.Objects;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.optaplanner.core.impl.solver.DefaultSolver;

/**
 * What OptaPlanner makes of a problem by itself, under the same rules, from a plan, in a time.
 *
 * @param moves it tried
 */
public record OptaPlannerAlone(PlanScore score, long moves) {
    private static final long SEED = 7;

    public static OptaPlannerAlone of(TerritoryProblem problem, int[] start, Duration time) {
        var config = Polish.config(new TerminationConfig().withSpentLimit(time), SEED, Polish.scale(problem, start));
        var solver = (DefaultSolver<TerritoryPlan>)
                SolverFactory.<TerritoryPlan>create(config).buildSolver();
        var best = solver.solve(TerritoryPlan.of(problem, Candidates.of(problem), start));
        var score = Objects.requireNonNull(best.getScore(), "a solved plan has a score");
        return new OptaPlannerAlone(
                TerritoryPlan.toPlanScore(score), solver.getSolverScope().getScoreCalculationCount());
    }
}
