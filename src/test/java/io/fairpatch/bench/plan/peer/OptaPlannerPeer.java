package io.fairpatch.bench.plan.peer;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** OptaPlanner with its own defaults (first fit, then late acceptance) on a bare assignment problem. */
public final class OptaPlannerPeer {
    private OptaPlannerPeer() {}

    /** @param start one option a unit to start from, or null to start cold */
    public static Plan solve(AssignmentProblem problem, int @Nullable [] start, double seconds) {
        var config = new SolverConfig()
                .withSolutionClass(Placing.class)
                .withEntityClasses(Placed.class)
                .withRandomSeed(1L)
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PlacingScore.class))
                .withTerminationConfig(
                        new TerminationConfig().withSpentLimit(Duration.ofMillis(Math.round(seconds * 1000))));
        var best = SolverFactory.<Placing>create(config).buildSolver().solve(Placing.of(problem, start));
        int[] choice = new int[problem.units()];
        for (var unit : best.units()) {
            choice[unit.unit()] = unit.placed() ? unit.option(problem) : problem.first(unit.unit());
        }
        return new Plan(problem, choice);
    }
}
