package io.fairpatch.web.page;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.jobs.JobKind;
import io.fairpatch.jobs.JobView;
import io.fairpatch.web.view.RunBar;
import io.fairpatch.web.view.Show;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A job as the thin bar shows it. */
public final class RunBars {
    private RunBars() {}

    static RunBar of(JobView job, Person person, Instant now) {
        return new RunBar(
                "/runs/" + job.id(),
                job.kind().label(),
                stage(job),
                count(job),
                job.pauseRequested() ? null : rate(job, now),
                job.total() > 0 ? (int) Math.min(100, job.done() * 100 / job.total()) : null,
                mayStop(job, person) ? "/runs/" + job.id() + "/stop" : null,
                mayStop(job, person) && job.kind().mayRest()
                        ? "/runs/" + job.id() + (job.pauseRequested() ? "/resume" : "/pause")
                        : null,
                job.pauseRequested());
    }

    private static boolean mayStop(JobView job, Person person) {
        return !job.stopRequested() && person.may(needed(job.kind()));
    }

    /** Who may start a kind of job may stop it. */
    public static Action needed(JobKind kind) {
        return switch (kind) {
            case SYNC -> Action.SYNC;
            case SCORE, PLAN, COMPARE -> Action.PLAN;
            case PROPOSE -> Action.PROPOSE;
            case COMMIT -> Action.COMMIT;
        };
    }

    private static String stage(JobView job) {
        if (job.stopRequested()) {
            return "stops at the next safe point";
        }
        if (job.pauseRequested()) {
            return "rests" + (job.stage().isBlank() ? "" : ": " + job.stage());
        }
        return job.stage().isBlank() ? "waits for its turn" : job.stage();
    }

    private static @Nullable String count(JobView job) {
        if (job.total() > 0) {
            return Show.count(job.done()) + " of " + Show.count(job.total());
        }
        return job.done() > 0 ? Show.count(job.done()) : null;
    }

    private static @Nullable String rate(JobView job, Instant now) {
        Instant began = job.startedAt();
        if (began == null || job.done() == 0) {
            return null;
        }
        long seconds = Duration.between(began, now).toSeconds();
        return seconds < 2 ? null : Show.count(job.done() / seconds) + " a second";
    }
}
