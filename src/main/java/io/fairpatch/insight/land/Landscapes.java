package io.fairpatch.insight.land;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.config.ScoringConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.Latest;
import io.fairpatch.store.ScoreRun;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.SnapshotStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** Puts the landscape together and keeps the last one until the org is copied or scored again. Thread-safe. */
@Singleton
public class Landscapes {
    private final Jdbi jdbi;
    private final SnapshotStore snapshots;
    private final ScoreStore scores;
    private final ScoringModels models;
    private final CoverageConfig coverage;
    private final PlanningConfig planning;
    private final Clock clock;
    private final Latest<Made, Landscape> latest = new Latest<>();

    public Landscapes(
            Jdbi jdbi,
            SnapshotStore snapshots,
            ScoreStore scores,
            ScoringModels models,
            CoverageConfig coverage,
            PlanningConfig planning,
            Clock clock) {
        this.jdbi = jdbi;
        this.snapshots = snapshots;
        this.scores = scores;
        this.models = models;
        this.coverage = coverage;
        this.planning = planning;
        this.clock = clock;
    }

    /** What a landscape was made from; another one is made when any of it changes. */
    private record Made(SalesforceId org, long syncRun, long scoreRun, int modelVersion, LocalDate day, int facts) {}

    /** @throws io.fairpatch.error.FairpatchException NOT_SCORED when the org was never scored */
    public Landscape of(SalesforceId org) {
        List<ScoreRun> runs = scores.runs(org);
        if (runs.isEmpty()) {
            throw Problem.of(ErrorCode.NOT_SCORED, "No account is scored yet")
                    .maybe("run ./fairpatch sync, then ./fairpatch score")
                    .exception();
        }
        long sync = snapshots.lastRun(org).map(run -> run.id()).orElse(0L);
        var scoring = models.current(org);
        int facts =
                jdbi.withHandle(handle -> Objects.hash(FitAnswers.list(handle, org), WrittenPlans.newest(handle, org)));
        var from = new Made(org, sync, runs.get(0).id(), scoring.version(), LocalDate.now(clock), facts);
        return latest.of(from, () -> make(org, runs, scoring));
    }

    private Landscape make(SalesforceId org, List<ScoreRun> runs, ScoringConfig scoring) {
        var builder = new LandscapeBuilder(
                snapshots.load(org), scores.load(org, runs.get(0).id()));
        var before = runs.size() < 2
                ? List.<AccountScore>of()
                : scores.load(org, runs.get(1).id());
        return builder.build(scoring, coverage, planning, before, SignalRows.read(jdbi, org));
    }
}
