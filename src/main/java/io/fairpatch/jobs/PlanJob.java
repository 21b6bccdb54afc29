package io.fairpatch.jobs;

import io.fairpatch.jobs.PlanRuns.PlanRun;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.plan.Planner;
import io.fairpatch.plan.scenario.Scenario;
import io.fairpatch.plan.scenario.ScenarioInputs;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.Snapshot;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.sync.readiness.Readiness;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes territories from the last copy and its scores. Parameters: {@code seed}, {@code scenario}, {@code seconds} the
 * search may take; or {@code around}, a plan's number, with choices by hand.
 */
@Singleton
class PlanJob implements JobRunner {
    private final Readiness readiness;
    private final SnapshotStore snapshots;
    private final ScoreStore scores;
    private final PlanInputs inputs;
    private final PlanRuns plans;
    private final Boards boards;
    private final Clock clock;

    PlanJob(
            Readiness readiness,
            SnapshotStore snapshots,
            ScoreStore scores,
            PlanInputs inputs,
            PlanRuns plans,
            Boards boards,
            Clock clock) {
        this.boards = boards;
        this.clock = clock;
        this.readiness = readiness;
        this.snapshots = snapshots;
        this.scores = scores;
        this.inputs = inputs;
        this.plans = plans;
    }

    @Override
    public JobKind kind() {
        return JobKind.PLAN;
    }

    @Override
    public String run(JobView job, Progress progress) {
        var org = SalesforceId.of(job.orgId());
        var params = JobJson.read(job.params());
        readiness.require(org);
        progress.stage("Reading accounts and scores");
        var made = params.containsKey("around") ? around(org, params, progress) : anew(org, params, progress);
        var saved = plans.save(
                made.input(), made.snapshot(), made.scenario(), false, job.submittedBy(), made.plan(), made.course());
        return JobJson.write(result(saved));
    }

    private record Made(
            PlanInput input, Snapshot snapshot, @Nullable Scenario scenario, Plan plan, List<CoursePoint> course) {}

    private Made anew(SalesforceId org, Map<String, Object> params, Progress progress) {
        var seed = ((Number) params.getOrDefault("seed", 1)).longValue();
        var scenario = scenario(params);
        var snapshot = snapshots.load(org);
        var usual = inputs.of(snapshot, byAccount(scores.load(org)), seed);
        var input = scenario == null ? usual : ScenarioInputs.of(scenario, usual);
        var course = new Course(progress, clock);
        var made = planner(params).plan(input, course);
        var plan = snapshot.endsInThePast() ? made.saying(oldDeals(snapshot)) : made;
        var points = plan.status() == Plan.Status.FEASIBLE
                ? course.points(plan.costCents(), plan.boundCents())
                : List.<CoursePoint>of();
        return new Made(input, snapshot, scenario, plan, points);
    }

    private static Planner planner(Map<String, Object> params) {
        return params.get("seconds") instanceof Number seconds ? new Planner(seconds.doubleValue()) : new Planner();
    }

    /** The plan before with choices by hand, and the books around them planned again. */
    private Made around(SalesforceId org, Map<String, Object> params, Progress progress) {
        var laid = boards.laid(org, ((Number) params.getOrDefault("around", 0)).longValue());
        var board = laid.board().copy();
        board.all(Boards.read(params));
        progress.stage("Planning the rest again");
        board.replan(laid.input().seed(), progress);
        var plan = board.plan()
                .saying("Planned again around " + board.hands().count() + " choices by hand in plan " + laid.plan()
                        + ": every choice is kept, only the books they touch and their neighbours changed.");
        return new Made(laid.input(), laid.snapshot(), laid.scenario(), plan, List.of());
    }

    private static Map<String, Object> result(PlanRun saved) {
        Plan plan = saved.plan();
        Scenario scenario = saved.scenario();
        var result = new HashMap<String, Object>();
        result.put("plan", saved.id());
        result.put("status", plan.status().name().toLowerCase(java.util.Locale.ROOT));
        result.put("accounts", plan.rep().size());
        result.put("reps", plan.books().size());
        result.put("moves", plan.moves().size());
        result.put("gap", plan.gap());
        result.put("steps", plan.steps());
        result.put("seed", saved.seed());
        result.put("scenario", scenario == null ? null : scenario.text());
        result.put("why", plan.why());
        result.put("bindings", plan.bindings());
        result.put("waysOut", plan.waysOut());
        result.put("exemptions", plan.exemptions());
        return result;
    }

    static @Nullable Scenario scenario(Map<String, Object> params) {
        var text = (String) params.get("scenario");
        return text == null ? null : Scenario.parse(text);
    }

    private static String oldDeals(Snapshot snapshot) {
        return "No deal was closed in the last 24 months: win rates look back from " + snapshot.windowEnd()
                + ", the newest close date, instead of from today.";
    }

    static Map<SalesforceId, AccountScore> byAccount(List<AccountScore> scores) {
        return scores.stream().collect(Collectors.toMap(AccountScore::account, Function.identity()));
    }
}
