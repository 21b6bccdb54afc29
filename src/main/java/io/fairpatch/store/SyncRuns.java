package io.fairpatch.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The list of runs, and the lock that lets one of them at a time write an org's copy. */
final class SyncRuns {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SyncRuns() {}

    /** Takes the lock of this connection, which frees it also when it breaks. */
    static boolean lock(Handle handle, SalesforceId org) {
        return handle.createQuery("SELECT pg_try_advisory_lock(hashtextextended('fairpatch sync ' || :org, 0))")
                .bind("org", org.value())
                .mapTo(Boolean.class)
                .one();
    }

    static void unlock(Handle handle) {
        handle.createQuery("SELECT pg_advisory_unlock_all()")
                .mapTo(String.class)
                .one();
    }

    /** The newest run, when it has not finished and may be gone on with. */
    static Optional<Long> unfinished(Handle handle, SalesforceId org, Instant notBefore) {
        return handle.createQuery(
                        """
                        SELECT id FROM sync_run AS run
                        WHERE org_id = :org AND finished_at IS NULL AND resumable AND started_at >= :notBefore
                          AND NOT EXISTS (SELECT FROM sync_run AS later WHERE later.org_id = :org AND later.id > run.id)
                        """)
                .bind("org", org.value())
                .bind("notBefore", notBefore)
                .mapTo(Long.class)
                .findOne();
    }

    static boolean anyFinished(Handle handle, SalesforceId org) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT FROM sync_run WHERE org_id = :org AND finished_at IS NOT NULL)")
                .bind("org", org.value())
                .mapTo(Boolean.class)
                .one();
    }

    /** Begins a run; under the lock, any other that seems to be running has died. */
    static long begin(Handle handle, SalesforceId org, Instant startedAt) {
        handle.createUpdate(
                        """
                        UPDATE sync_run SET failed_at = :at, problem = 'The process ended before the run did'
                        WHERE org_id = :org AND finished_at IS NULL AND failed_at IS NULL
                        """)
                .bind("org", org.value())
                .bind("at", startedAt)
                .execute();
        return handle.createQuery(
                        "INSERT INTO sync_run (org_id, started_at, resumable) VALUES (:org, :at, true) RETURNING id")
                .bind("org", org.value())
                .bind("at", startedAt)
                .mapTo(Long.class)
                .one();
    }

    /** Takes a run up again. */
    static void goOn(Handle handle, SalesforceId org, long run) {
        handle.createUpdate("UPDATE sync_run SET failed_at = NULL, problem = NULL WHERE org_id = :org AND id = :run")
                .bind("org", org.value())
                .bind("run", run)
                .execute();
    }

    /** Runs that will not be gone on with. */
    static List<Long> dropped(Handle handle, SalesforceId org, long but) {
        return handle.createQuery(
                        """
                        UPDATE sync_run SET resumable = false
                        WHERE org_id = :org AND id <> :but AND finished_at IS NULL AND resumable RETURNING id
                        """)
                .bind("org", org.value())
                .bind("but", but)
                .mapTo(Long.class)
                .list();
    }

    static void finish(
            Handle handle, SalesforceId org, long run, Instant at, Map<String, Long> counts, String currency) {
        handle.createUpdate(
                        """
                        UPDATE sync_run SET finished_at = :at, resumable = false, counts = CAST(:counts AS jsonb),
                          currency = :currency
                        WHERE org_id = :org AND id = :run
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .bind("at", at)
                .bind("counts", json(counts))
                .bind("currency", currency)
                .execute();
    }

    /** @param resumable whether the next run may go on with this one */
    static void fail(Handle handle, SalesforceId org, long run, Instant at, String problem, boolean resumable) {
        handle.createUpdate(
                        """
                        UPDATE sync_run SET failed_at = :at, problem = :problem, resumable = :resumable
                        WHERE org_id = :org AND id = :run AND finished_at IS NULL
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .bind("at", at)
                .bind("problem", problem)
                .bind("resumable", resumable)
                .execute();
    }

    private static String json(Map<String, Long> counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Counts could not be written as JSON", e);
        }
    }
}
