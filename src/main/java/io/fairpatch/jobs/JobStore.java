package io.fairpatch.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.error.Problem;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code job_run}. Thread-safe. */
@Singleton
class JobStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;
    private final Clock clock;

    JobStore(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void insert(String orgId, UUID id, JobKind kind, String params, String person) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into job_run (org_id, id, kind, state, params, submitted_by, submitted_at)
                        values (:org, :id, :kind, 'WAITING', cast(:params as jsonb), :person, :now)
                        """)
                .bind("org", orgId)
                .bind("id", id)
                .bind("kind", kind)
                .bind("params", params)
                .bind("person", person)
                .bind("now", now())
                .execute());
    }

    void started(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update job_run set state = 'RUNNING', started_at = coalesce(started_at, :now), problem = null
                        where id = :id and state in ('WAITING', 'RUNNING')
                        """)
                .bind("id", id)
                .bind("now", now())
                .execute());
    }

    /** Stores progress; answers whether a stop was requested. */
    boolean progress(UUID id, String stage, long done, long total) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update job_run set stage = :stage, done = :done, total = :total
                        where id = :id returning stop_requested
                        """)
                .bind("id", id)
                .bind("stage", stage)
                .bind("done", done)
                .bind("total", total)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    void finished(UUID id, JobState state, @Nullable Problem problem, @Nullable String result) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update job_run set state = :state, finished_at = :now,
                               problem = cast(:problem as jsonb), result = cast(:result as jsonb)
                        where id = :id
                        """)
                .bind("id", id)
                .bind("state", state)
                .bind("now", now())
                .bind("problem", problem == null ? null : toJson(problem))
                .bind("result", result)
                .execute());
    }

    boolean requestStop(UUID id) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update job_run set stop_requested = true
                                where id = :id and state in ('WAITING', 'RUNNING')
                                """)
                        .bind("id", id)
                        .execute())
                > 0;
    }

    /** Has a job rest, or go on; false when it has finished already. */
    boolean requestPause(UUID id, boolean pause) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                """
                                update job_run set pause_requested = :pause
                                where id = :id and state in ('WAITING', 'RUNNING')
                                """)
                        .bind("id", id)
                        .bind("pause", pause)
                        .execute())
                > 0;
    }

    boolean pauseRequested(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select pause_requested from job_run where id = :id")
                .bind("id", id)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
    }

    Optional<JobView> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from job_run where id = :id")
                .bind("id", id)
                .map((row, context) -> view(row))
                .findOne());
    }

    List<JobView> recent(String orgId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from job_run where org_id = :org order by submitted_at desc limit :limit")
                .bind("org", orgId)
                .bind("limit", limit)
                .map((row, context) -> view(row))
                .list());
    }

    private static JobView view(ResultSet row) throws SQLException {
        return new JobView(
                row.getString("org_id"),
                row.getObject("id", UUID.class),
                JobKind.valueOf(row.getString("kind")),
                JobState.valueOf(row.getString("state")),
                row.getString("params"),
                row.getString("submitted_by"),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("stage"),
                row.getLong("done"),
                row.getLong("total"),
                row.getBoolean("stop_requested"),
                row.getBoolean("pause_requested"),
                problem(row.getString("problem")),
                row.getString("result"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable Problem problem(@Nullable String json) {
        try {
            return json == null ? null : JSON.readValue(json, Problem.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored problem is not readable", e);
        }
    }

    private static String toJson(Problem problem) {
        try {
            return JSON.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can't be stored", e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
