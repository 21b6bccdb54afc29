package io.fairpatch.jobs;

import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Planner;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.Snapshot;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.sync.readiness.Readiness;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Computes territories from the last copy and its scores. Parameter: {@code seed}. */
@Singleton
class PlanJob implements JobRunner {
    private final Readiness readiness;
    private final SnapshotStore snapshots;
    private final ScoreStore scores;
    private final PlanInputs inputs;
    private final PlanRuns plans;

    PlanJob(Readiness readiness, SnapshotStore snapshots, ScoreStore scores, PlanInputs inputs, PlanRuns plans) {
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
        var seed = ((Number) JobJson.read(job.params()).getOrDefault("seed", 1)).longValue();
        readiness.require(org);
        progress.stage("Reading accounts and scores");
        var snapshot = snapshots.load(org);
        var input = inputs.of(snapshot, byAccount(scores.load(org)), seed);
        var made = new Planner().plan(input, progress);
        var plan = snapshot.endsInThePast() ? made.saying(oldDeals(snapshot)) : made;
        var id = plans.save(org, snapshot.run(), seed, job.submittedBy(), plan);
        var result = new HashMap<String, Object>();
        result.put("plan", id);
        result.put("status", plan.status().name().toLowerCase(java.util.Locale.ROOT));
        result.put("accounts", plan.rep().size());
        result.put("reps", plan.books().size());
        result.put("moves", plan.moves().size());
        result.put("gap", plan.gap());
        result.put("steps", plan.steps());
        result.put("seed", seed);
        result.put("why", plan.why());
        return JobJson.write(result);
    }

    private static String oldDeals(Snapshot snapshot) {
        return "No deal was closed in the last 24 months: win rates look back from " + snapshot.windowEnd()
                + ", the newest close date, instead of from today.";
    }

    static Map<SalesforceId, AccountScore> byAccount(List<AccountScore> scores) {
        return scores.stream().collect(Collectors.toMap(AccountScore::account, Function.identity()));
    }
}
