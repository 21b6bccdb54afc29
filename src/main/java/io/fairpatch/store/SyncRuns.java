package io.fairpatch.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.util.Map;
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
        return handle.createQuery("INSERT INTO sync_run (org_id, started_at) VALUES (:org, :at) RETURNING id")
                .bind("org", org.value())
                .bind("at", startedAt)
                .mapTo(Long.class)
                .one();
    }

    static void finish(Handle handle, SalesforceId org, long run, Instant at, Map<String, Long> counts) {
        handle.createUpdate(
                        """
                        UPDATE sync_run SET finished_at = :at, counts = CAST(:counts AS jsonb)
                        WHERE org_id = :org AND id = :run
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .bind("at", at)
                .bind("counts", json(counts))
                .execute();
    }

    static void fail(Handle handle, SalesforceId org, long run, Instant at, String problem) {
        handle.createUpdate(
                        """
                        UPDATE sync_run SET failed_at = :at, problem = :problem
                        WHERE org_id = :org AND id = :run AND finished_at IS NULL
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .bind("at", at)
                .bind("problem", problem)
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
