package io.fairpatch.plan.rules;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.engine.Candidates;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.ConstraintStreamImplType;
import org.optaplanner.core.api.solver.SolutionManager;
import org.optaplanner.core.api.solver.SolutionUpdatePolicy;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;

/** Lets OptaPlanner improve a plan under all rules, for a number of tried moves. Stateless. */
public final class Polish {
    private static final AtomicReference<@Nullable CompletableFuture<Result>> WAKING = new AtomicReference<>();
    private static final int WAKING_STEPS = 500;
    private static final int LATE = 200;
    private static final Duration GUARD = Duration.ofSeconds(45);

    /**
     * @param steps moves tried
     * @param cutShort whether the guard on time ended it, so that a faster machine may find another plan
     */
    public record Result(int[] assignment, PlanScore score, long steps, boolean cutShort) {}

    /** The same problem, start, steps and seed give the same plan. */
    public Result improve(
            TerritoryProblem problem, Candidates candidates, int[] start, long steps, long seed, Progress progress) {
        var waking = WAKING.get();
        if (waking != null) {
            // what went wrong there goes wrong here again, and is told then
            waking.handle((result, failure) -> result).join();
        }
        return solve(problem, candidates, start, steps, seed, progress);
    }

    private Result solve(
            TerritoryProblem problem, Candidates candidates, int[] start, long steps, long seed, Progress progress) {
        TerritoryPlan plan = TerritoryPlan.of(problem, candidates, start);
        Solver<TerritoryPlan> solver = SolverFactory.<TerritoryPlan>create(
                        config(ending(steps), seed, scale(problem, start)))
                .buildSolver();
        solver.addEventListener(event -> {
            if (progress.stopRequested()) {
                solver.terminateEarly();
            }
        });
        long began = System.nanoTime();
        TerritoryPlan best = solver.solve(plan);
        boolean cutShort = System.nanoTime() - began >= GUARD.toNanos();
        return new Result(best.assignment(), score(problem, best.assignment()), steps, cutShort);
    }

    /**
     * Has OptaPlanner load and warm up on a problem while others work, the first time in a process: that takes a second,
     * which {@link #improve} then need not.
     */
    public void wake(TerritoryProblem problem) {
        var waking = new CompletableFuture<Result>();
        if (WAKING.compareAndSet(null, waking)) {
            int[] anywhere =
                    problem.units().stream().mapToInt(unit -> unit.options()[0]).toArray();
            var candidates = Candidates.of(problem);
            waking.completeAsync(() -> solve(problem, candidates, anywhere, WAKING_STEPS, 0, Progress.NONE), run -> {
                var thread = new Thread(run, "optaplanner-warm-up");
                thread.setDaemon(true);
                thread.start();
            });
        }
    }

    /** A plan's score by the rules themselves. */
    public PlanScore score(TerritoryProblem problem, int[] assignment) {
        var plan = TerritoryPlan.of(problem, Candidates.of(problem), assignment);
        SolutionManager<TerritoryPlan, HardMediumSoftLongScore> rules =
                SolutionManager.create(SolverFactory.create(config(ending(1), 0, "0hard/0medium/1soft")));
        var score = rules.update(plan, SolutionUpdatePolicy.UPDATE_SCORE_ONLY);
        return TerritoryPlan.toPlanScore(score);
    }

    /** How hot a search starts. */
    static String scale(TerritoryProblem problem, int[] start) {
        double cost = 0;
        for (int unit = 0; unit < start.length; unit++) {
            cost += problem.cost(unit, start[unit]);
        }
        return "0hard/0medium/" + Math.max(1, Math.round(cost / start.length * 0.02)) + "soft";
    }

    private static TerminationConfig ending(long steps) {
        return new TerminationConfig().withScoreCalculationCountLimit(steps).withSpentLimit(GUARD);
    }

    static SolverConfig config(TerminationConfig ending, long seed, String heat) {
        return new SolverConfig()
                .withSolutionClass(TerritoryPlan.class)
                .withEntityClasses(Placement.class)
                .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
                .withRandomSeed(seed)
                .withMoveThreadCount(SolverConfig.MOVE_THREAD_COUNT_NONE)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig()
                        .withConstraintProviderClass(TerritoryRules.class)
                        .withConstraintStreamImplType(ConstraintStreamImplType.BAVET))
                .withTerminationConfig(ending)
                .withPhases(search(heat));
    }

    private static LocalSearchPhaseConfig search(String heat) {
        var moves = new UnionMoveSelectorConfig()
                .withMoveSelectors(
                        new ChangeMoveSelectorConfig(),
                        new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(Exchanges.class));
        return new LocalSearchPhaseConfig()
                .withMoveSelectorConfig(moves)
                .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    }
}
