package io.fairpatch.jobs;

import io.fairpatch.access.Person;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Hands;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlannedMove;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans as made, looked at. Thread-safe. */
@Singleton
public class Plans {
    private final PlanRuns runs;
    private final Jobs jobs;

    Plans(PlanRuns runs, Jobs jobs) {
        this.runs = runs;
        this.jobs = jobs;
    }

    /** Plans the books that choices by hand touch, and their neighbours, again, as a job; every choice is kept. */
    public JobView replan(SalesforceId org, long id, Hands hands, Person who) {
        long plan = get(org, id).id();
        var params = new HashMap<>(Boards.write(hands));
        params.put("around", plan);
        return jobs.submit(org.value(), JobKind.PLAN, JobJson.write(params), who.name());
    }

    /**
     * A plan as made.
     *
     * @param scenario what it was made for, in words; empty for the usual plan
     */
    public record MadePlan(
            long id, long seed, String scenario, String madeBy, Instant madeAt, Plan plan, List<CoursePoint> course) {}

    /** The newest plan that was not only made to be compared. */
    public Optional<MadePlan> newest(SalesforceId org) {
        return runs.newest(org).map(Plans::made);
    }

    /** The last plans in short, the newest first. */
    public List<PlanSummary> recent(SalesforceId org, int most) {
        return runs.recent(org, most);
    }

    /** @throws io.fairpatch.error.FairpatchException PLAN_NOT_FOUND */
    public MadePlan get(SalesforceId org, long id) {
        return runs.find(org, id).map(Plans::made).orElseThrow(() -> Problem.of(
                        ErrorCode.PLAN_NOT_FOUND, "There is no plan " + id)
                .maybe("look at the newest one, or plan again")
                .exception());
    }

    /**
     * A plan's move of an account.
     *
     * @throws io.fairpatch.error.FairpatchException PLAN_NOT_FOUND when there is no such plan, or the account stays in it
     */
    public PlannedMove move(SalesforceId org, long id, SalesforceId account) {
        return get(org, id).plan().moves().stream()
                .filter(move -> move.account().equals(account))
                .findFirst()
                .orElseThrow(
                        () -> Problem.of(ErrorCode.PLAN_NOT_FOUND, "Plan " + id + " does not move account " + account)
                                .maybe("the account stays with its rep, or is not in scope")
                                .exception());
    }

    /** A plan's move of an account to a rep; empty when it leaves the account, or gives it to somebody else. */
    public Optional<PlannedMove> move(SalesforceId org, long id, SalesforceId account, SalesforceId to) {
        return runs.move(org, id, account, to);
    }

    /** Names of accounts and reps by id; absent for ids the copy of the org does not have. */
    public Map<SalesforceId, String> names(SalesforceId org, Collection<SalesforceId> ids) {
        return runs.names(org, ids);
    }

    private static MadePlan made(PlanRuns.PlanRun run) {
        var scenario = run.scenario();
        return new MadePlan(
                run.id(),
                run.seed(),
                scenario == null ? "" : scenario.title(),
                run.madeBy(),
                run.madeAt(),
                run.plan(),
                run.course());
    }
}
