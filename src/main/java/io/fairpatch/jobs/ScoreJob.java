package io.fairpatch.jobs;

import io.fairpatch.insight.land.LearnedSwitch;
import io.fairpatch.insight.land.ScoringModels;
import io.fairpatch.insight.make.EquityKeeper;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import io.fairpatch.score.Scorer;
import io.fairpatch.store.ScoreRun;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.ScoringRows;
import io.fairpatch.store.SnapshotStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import org.jdbi.v3.core.Jdbi;

/** Scores every account of the last copy. */
@Singleton
class ScoreJob implements JobRunner {
    /** Reports hold the org in memory; a larger one is scored all the same, but its quarters are not put on record. */
    private static final long MOST_ON_RECORD = 200_000;

    private final SnapshotStore snapshots;
    private final ScoreStore scores;
    private final ScoringModels models;
    private final LearnedSwitch learned;
    private final EquityKeeper equity;
    private final Jdbi jdbi;
    private final Clock clock;

    ScoreJob(
            SnapshotStore snapshots,
            ScoreStore scores,
            ScoringModels models,
            LearnedSwitch learned,
            EquityKeeper equity,
            Jdbi jdbi,
            Clock clock) {
        this.snapshots = snapshots;
        this.scores = scores;
        this.models = models;
        this.learned = learned;
        this.equity = equity;
        this.jdbi = jdbi;
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
        var copy = snapshots.requireRun(org);
        var end = snapshots.windowEnd(org);
        var config = models.current(org);
        var inForce = learned.inForce(org);
        var counts = new EnumMap<Tier, Long>(Tier.class);
        progress.stage("Scoring accounts");
        var run = scores.save(
                org,
                new ScoreRun(0, copy.id(), config.version(), inForce.learned(), clock.instant()),
                keep -> ScoringRows.read(jdbi, org, end, config.potential().windowMonths(), rows -> new Scorer(config)
                        .score(rows::each, end, inForce.model(), score -> {
                            counts.merge(score.tier(), 1L, Long::sum);
                            keep.accept(score);
                        })));
        long scored = counts.values().stream().mapToLong(Long::longValue).sum();
        if (scored <= MOST_ON_RECORD) {
            equity.keep(org, run.id());
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("scoreRun", run.id());
        result.put("accounts", scored);
        for (var tier : Tier.values()) {
            result.put("tier" + (tier.ordinal() + 1), counts.getOrDefault(tier, 0L));
        }
        result.put("learned", inForce.learned());
        result.put("model", inForce.why());
        result.put("windowEnd", end.toString());
        return JobJson.write(result);
    }
}
