package io.fairpatch.plan;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.rules.Polish;
import io.fairpatch.plan.start.Start;
import java.util.ArrayList;
import java.util.List;

/**
 * Plans territories: builds the problem, finds a first plan with prices and a bound, lets OptaPlanner polish it under all
 * rules, and explains what came out. Stateless and thread-safe; the same input gives the same plan.
 */
public final class Planner {
    /** The measure of attainable money in {@code planning.yml: bands}. */
    public static final String POTENTIAL = "potential";
    /** The measure of hours in {@code planning.yml: bands}. */
    public static final String WORKLOAD = "workload";

    static final double DEFAULT_POTENTIAL_BAND = 0.09;
    static final double DEFAULT_WORKLOAD_BAND = 0.15;

    private static final long FEWEST_STEPS = 20_000;
    private static final long MOST_STEPS = 2_000_000;
    private static final long STEPS_PER_ACCOUNT = 300;

    private final Polish polish = new Polish();

    /**
     * Plans.
     *
     * @throws io.fairpatch.error.FairpatchException PLAN_INPUT when there is no active rep, no account, or an account
     *     without a score
     */
    public Plan plan(PlanInput input, Progress progress) {
        var notes = new ArrayList<String>();
        progress.stage("Setting up the problem");
        Prepared open = new ProblemBuilder(input, notes).build();
        progress.stage("Finding a first plan");
        Prepared prepared = open.with(withWork(open, input));
        Start start = Start.of(prepared.problem(), input.seed(), progress);
        progress.stage("Polishing the plan");
        Polish.Result result = polish(prepared.problem(), start, input, progress);
        if (result.cutShort()) {
            notes.add("The search was ended by its time limit: a faster machine may find a slightly better plan.");
        }
        progress.stage("Explaining the plan");
        return new Explanation(prepared, start, result, notes).plan();
    }

    private Polish.Result polish(TerritoryProblem problem, Start start, PlanInput input, Progress progress) {
        boolean free = problem.units().stream().anyMatch(unit -> start.core().of(unit.index()).length > 1);
        if (!free || progress.stopRequested()) {
            var score = new Standing(problem, start.assignment()).score();
            return new Polish.Result(start.assignment(), score, 0, false);
        }
        Integer steps = input.planning().steps();
        long budget = steps != null
                ? Math.max(1, steps)
                : Math.max(
                        FEWEST_STEPS,
                        Math.min(MOST_STEPS, STEPS_PER_ACCOUNT * problem.units().size()));
        return polish.improve(problem, start.core(), start.assignment(), budget, input.seed(), progress);
    }

    /** A fair share of work: the hours of a plan balanced by potential alone, by share of capacity. */
    private static TerritoryProblem withWork(Prepared open, PlanInput input) {
        double share = input.planning().bands().getOrDefault(WORKLOAD, DEFAULT_WORKLOAD_BAND);
        TerritoryProblem problem = open.problem();
        Roster roster = open.roster();
        var standing = new Standing(problem, Start.byPotential(problem));
        double total = 0;
        for (int seat = 0; seat < roster.size(); seat++) {
            total += roster.isShielded(seat) ? 0 : standing.minutes(seat);
        }
        var bands = new ArrayList<Band>();
        for (int seat = 0; seat < roster.size(); seat++) {
            boolean none = roster.isShielded(seat) || total < 1;
            Band band = none
                    ? Band.OPEN
                    : Band.around(total * roster.share(seat), share, Math.round(total / roster.size()));
            bands.add(isCapped(problem, seat) ? band.withoutLow() : band);
        }
        return problem.withMinutes(List.copyOf(bands));
    }

    /** Someone with few accounts by rule can't be asked for a full share of work. */
    private static boolean isCapped(TerritoryProblem problem, int seat) {
        double fair = (double) problem.units().size() / problem.seats().size();
        return problem.seats().get(seat).caps().total() < fair;
    }
}
