package io.fairpatch.jobs;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.plan.Planner;
import io.fairpatch.plan.scenario.Comparison;
import io.fairpatch.plan.scenario.Measurement;
import io.fairpatch.plan.scenario.Scenario;
import io.fairpatch.plan.scenario.ScenarioInputs;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.Snapshot;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.sync.readiness.Readiness;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plans scenarios one after the other on the last copy and its scores. Parameters: {@code scenarios}, their texts, and
 * {@code seed}. Each is kept as soon as it is planned, so that a stop loses only the one under way.
 */
@Singleton
class CompareJob implements JobRunner {
    private final Readiness readiness;
    private final SnapshotStore snapshots;
    private final ScoreStore scores;
    private final PlanInputs inputs;
    private final PlanRuns plans;
    private final ScenarioStore scenarios;

    CompareJob(
            Readiness readiness,
            SnapshotStore snapshots,
            ScoreStore scores,
            PlanInputs inputs,
            PlanRuns plans,
            ScenarioStore scenarios) {
        this.readiness = readiness;
        this.snapshots = snapshots;
        this.scores = scores;
        this.inputs = inputs;
        this.plans = plans;
        this.scenarios = scenarios;
    }

    @Override
    public JobKind kind() {
        return JobKind.COMPARE;
    }

    @Override
    public String run(JobView job, Progress progress) {
        var org = SalesforceId.of(job.orgId());
        var params = JobJson.read(job.params());
        long seed = ((Number) params.getOrDefault("seed", 1)).longValue();
        readiness.require(org);
        progress.stage("Reading accounts and scores");
        var snapshot = snapshots.load(org);
        var usual = inputs.of(snapshot, PlanJob.byAccount(scores.load(org)), seed);
        List<Scenario> wanted = ((List<?>) params.getOrDefault("scenarios", List.of()))
                .stream().map(text -> Scenario.parse(String.valueOf(text))).toList();
        // all are looked through first: a mistake in the last one must not cost the time of the others
        List<PlanInput> varied = wanted.stream()
                .map(scenario -> ScenarioInputs.of(scenario, usual))
                .toList();
        var made = new ArrayList<ScenarioRun>();
        for (int i = 0; i < wanted.size(); i++) {
            var scenario = wanted.get(i);
            var prefix = scenario.title() + " (" + (i + 1) + " of " + wanted.size() + "): ";
            made.add(run(snapshot, scenario, varied.get(i), job, new PrefixedProgress(progress, prefix)));
        }
        return result(made);
    }

    private ScenarioRun run(Snapshot snapshot, Scenario scenario, PlanInput input, JobView job, Progress progress) {
        var plan = new Planner().plan(input, progress);
        if (progress.stopRequested()) {
            throw Problem.of(ErrorCode.INTERRUPTED, "The comparison was stopped at " + scenario.title())
                    .maybe("those planned before are kept; compare again for the others")
                    .exception();
        }
        var result = Measurement.of(input, plan);
        var planned = plans.save(input, snapshot, scenario, true, job.submittedBy(), plan, List.of());
        long id = scenarios.save(snapshot.org(), scenario, planned, job.submittedBy(), result);
        return scenarios.get(snapshot.org(), id);
    }

    private static String result(List<ScenarioRun> made) {
        var comparison = new Comparison(made.stream().map(ScenarioRun::column).toList());
        return JobJson.write(Map.of(
                "sentence",
                comparison.sentence(),
                "scenarios",
                made,
                "remedies",
                comparison.remedies(),
                "seed",
                made.isEmpty() ? 1 : made.get(0).seed()));
    }

    /** Says which scenario a stage belongs to. */
    private record PrefixedProgress(Progress whole, String prefix) implements Relay {
        @Override
        public void stage(String sentence) {
            whole.stage(prefix + sentence);
        }
    }
}
