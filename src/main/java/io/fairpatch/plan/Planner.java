package io.fairpatch.plan;

import io.fairpatch.model.Money;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.engine.Deadline;
import io.fairpatch.plan.engine.Effort;
import io.fairpatch.plan.engine.Engine;
import io.fairpatch.plan.engine.Kept;
import io.fairpatch.plan.engine.Outcome;
import io.fairpatch.plan.engine.Sketch;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.rules.Polish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plans territories: builds the problem, lets the kernel find a plan with prices and a bound, lets OptaPlanner polish small
 * ones under all rules, and explains what came out. Stateless and thread-safe; the same input gives the same plan.
 */
public final class Planner {
    /** The measure of attainable money in {@code planning.yml: bands}. */
    public static final String POTENTIAL = "potential";
    /** The measure of hours in {@code planning.yml: bands}. */
    public static final String WORKLOAD = "workload";

    static final double DEFAULT_POTENTIAL_BAND = 0.09;
    static final double DEFAULT_WORKLOAD_BAND = 0.15;

    private static final int POLISHED_UNITS = 2_500;
    private static final int POLISH_STEPS = 5_000;
    private static final int POLISH_STEPS_A_UNIT = 25;
    private static final double GUARD_SECONDS = 300;
    private static final int MOST_THREADS = 4;

    private final Polish polish = new Polish();
    private final double seconds;
    private final int threads;

    public Planner() {
        this(GUARD_SECONDS);
    }

    /** @param seconds after which a search comes to its end: another machine may then find another plan */
    public Planner(double seconds) {
        this(seconds, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /** @param threads of the search; the plan is the same with any */
    Planner(double seconds, int threads) {
        this.seconds = seconds;
        this.threads = threads;
    }

    /**
     * Plans.
     *
     * @throws io.fairpatch.error.FairpatchException PLAN_INPUT when there is no active rep, no account, or an account
     *     without a score
     */
    public Plan plan(PlanInput input, Progress progress) {
        Solved solved = solve(input, Integer.MAX_VALUE, progress);
        List<WayOut> waysOut = solved.score().feasible() || progress.stopRequested()
                ? List.of()
                : new WaysOut(this, input, solved, progress).find();
        progress.stage("Explaining the plan");
        return solved.explained(waysOut);
    }

    /** A plan in numbers. */
    record Solved(Prepared prepared, Outcome outcome, Polish.Result result, List<String> notes) {
        PlanScore score() {
            return result.score();
        }

        Plan explained(List<WayOut> waysOut) {
            return new Explanation(prepared, outcome, result, notes).plan(waysOut);
        }
    }

    /** @param mostSteps a limit below the usual steps, for plans that are only compared */
    Solved solve(PlanInput input, int mostSteps, Progress progress) {
        var notes = new ArrayList<String>();
        var deadline = Deadline.in(seconds, progress);
        progress.stage("Setting up the problem");
        Prepared open = new ProblemBuilder(input, notes).build();
        Effort effort = effort(open.problem(), input, mostSteps, deadline);
        if (polished(open.problem())) {
            polish.wake(open.problem());
        }
        progress.stage("Sketching a plan");
        var sketch = Sketch.of(open.problem(), effort, progress);
        Kept kept = Keep.of(open, effort);
        Prepared prepared = open.with(
                kept == null ? WorkBands.of(open, sketch.assignment()) : WorkBands.keeping(open, kept.assignment()));
        Outcome outcome = Engine.solve(prepared.problem(), sketch, kept, effort, progress);
        if (outcome.cutShort()) {
            notes.add("The search was ended by its time limit: a faster machine may find a slightly better plan.");
        }
        var result = kept == null
                ? polish(prepared.problem(), outcome, input, progress)
                : weigh(prepared.problem(), outcome, kept, input, notes, progress);
        return new Solved(prepared, outcome, result, notes);
    }

    /** The books as they are, unless the plan saves enough. */
    private Polish.Result weigh(
            TerritoryProblem problem,
            Outcome outcome,
            Kept kept,
            PlanInput input,
            List<String> notes,
            Progress progress) {
        var score = new Standing(problem, kept.assignment()).score();
        if (Arrays.equals(outcome.assignment(), kept.assignment())) {
            return new Polish.Result(kept.assignment(), score, 0, false);
        }
        var found = polish(problem, outcome, input, progress);
        long saved = score.cost() - found.score().cost();
        if (found.score().feasible() && saved > kept.saving()) {
            return found;
        }
        if (saved > 0) {
            notes.add("The books stay as they are: they keep all rules and bands, and the best plan found would save "
                    + Money.words(saved) + " a year, less than the " + Money.words(kept.saving())
                    + " that a change must save (keepUnlessSaved in planning.yml).");
        }
        return new Polish.Result(kept.assignment(), score, found.steps(), found.cutShort());
    }

    private Polish.Result polish(TerritoryProblem problem, Outcome outcome, PlanInput input, Progress progress) {
        boolean free = problem.units().stream().anyMatch(unit -> outcome.core().of(unit.index()).length > 1);
        var score = new Standing(problem, outcome.assignment()).score();
        boolean optimal = outcome.boundCents() != null && score.feasible() && score.cost() <= outcome.boundCents();
        if (!polished(problem) || !free || optimal || progress.stopRequested()) {
            return new Polish.Result(outcome.assignment(), score, 0, false);
        }
        progress.stage("Judging the plan by the rules");
        return polish.improve(
                problem,
                outcome.core(),
                outcome.assignment(),
                Math.min(POLISH_STEPS, POLISH_STEPS_A_UNIT * problem.units().size()),
                input.seed(),
                progress);
    }

    private static boolean polished(TerritoryProblem problem) {
        int units = problem.units().size();
        return units > 1
                && units <= POLISHED_UNITS
                && problem.units().stream().anyMatch(unit -> unit.options().length > 1);
    }

    private Effort effort(TerritoryProblem problem, PlanInput input, int mostSteps, Deadline deadline) {
        Integer steps = input.planning().steps();
        long wanted = steps == null ? Effort.usualSteps(problem) : Math.max(1, steps);
        return new Effort(Math.min(mostSteps, wanted), deadline, input.seed(), threads);
    }
}
