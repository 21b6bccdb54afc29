package io.fairpatch.jobs;

import io.fairpatch.insight.land.ScoringModels;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import io.fairpatch.score.Scorer;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.SnapshotStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;

/** Scores every account of the last copy. */
@Singleton
class ScoreJob implements JobRunner {
    private final SnapshotStore snapshots;
    private final ScoreStore scores;
    private final ScoringModels models;
    private final Clock clock;

    ScoreJob(SnapshotStore snapshots, ScoreStore scores, ScoringModels models, Clock clock) {
        this.snapshots = snapshots;
        this.scores = scores;
        this.models = models;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.SCORE;
    }

    @Override
    public String run(JobView job, Progress progress) {
        var org = SalesforceId.of(job.orgId());
        progress.stage("Reading accounts and deals");
        var snapshot = snapshots.load(org);
        progress.stage("Scoring accounts");
        var config = models.current(org);
        var scored = new Scorer(config).score(snapshot.accounts(), snapshot.opportunities(), snapshot.windowEnd());
        progress.stage("Keeping scores");
        var run = scores.save(
                org,
                snapshot.run(),
                config.version(),
                clock.instant(),
                scored.scores().values());
        var result = new LinkedHashMap<String, Object>();
        result.put("scoreRun", run.id());
        result.put("accounts", scored.scores().size());
        for (var tier : Tier.values()) {
            result.put("tier" + (tier.ordinal() + 1), count(scored.scores().values(), tier));
        }
        result.put("windowEnd", snapshot.windowEnd().toString());
        return JobJson.write(result);
    }

    private static long count(Iterable<AccountScore> scores, Tier tier) {
        long count = 0;
        for (var score : scores) {
            count += score.tier() == tier ? 1 : 0;
        }
        return count;
    }
}
