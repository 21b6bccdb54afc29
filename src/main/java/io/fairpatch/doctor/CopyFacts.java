package io.fairpatch.doctor;

import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The shape of the last copy.
 *
 * @param otherRows opportunities and users
 * @param lastFinished when the last good copy ended
 * @param lastFailed when a copy failed after that
 */
record CopyFacts(
        long accounts,
        long otherRows,
        Group mostOfOneOwner,
        Group mostOfOneParent,
        Map<String, Long> owned,
        Optional<Instant> lastFinished,
        Optional<Instant> lastFailed) {
    CopyFacts {
        owned = Map.copyOf(owned);
    }

    /** Rows that share something, and what. */
    record Group(String id, long rows) {}

    long accountsOwnedBy(SalesforceId user) {
        return owned.getOrDefault(user.value(), 0L);
    }

    static CopyFacts read(Jdbi jdbi, SalesforceId org) {
        return jdbi.withHandle(
                handle -> new CopyFacts(
                        count(handle, org, "SELECT count(*) FROM account WHERE org_id = :org AND deleted_at IS NULL"),
                        count(
                                        handle,
                                        org,
                                        "SELECT count(*) FROM opportunity WHERE org_id = :org AND deleted_at IS NULL")
                                + count(handle, org, "SELECT count(*) FROM org_user WHERE org_id = :org"),
                        most(
                                handle,
                                org,
                                """
                        SELECT owner_id AS id, count(*) AS rows FROM account
                        WHERE org_id = :org AND deleted_at IS NULL AND owner_id IS NOT NULL
                        GROUP BY owner_id ORDER BY rows DESC LIMIT 1
                        """),
                        most(
                                handle,
                                org,
                                """
                        SELECT parent_id AS id, count(*) AS rows FROM account
                        WHERE org_id = :org AND deleted_at IS NULL AND parent_id IS NOT NULL
                        GROUP BY parent_id ORDER BY rows DESC LIMIT 1
                        """),
                        owned(handle, org),
                        moment(handle, org, "SELECT max(finished_at) FROM sync_run WHERE org_id = :org"),
                        moment(
                                handle,
                                org,
                                """
                        SELECT max(failed_at) FROM sync_run WHERE org_id = :org AND failed_at >
                        coalesce((SELECT max(finished_at) FROM sync_run WHERE org_id = :org), '-infinity')
                        """)));
    }

    private static Map<String, Long> owned(Handle handle, SalesforceId org) {
        return handle.createQuery(
                        """
                        SELECT owner_id, count(*) AS rows FROM account
                        WHERE org_id = :org AND deleted_at IS NULL AND owner_id IS NOT NULL GROUP BY owner_id
                        """)
                .bind("org", org.value())
                .map((row, context) -> Map.entry(row.getString("owner_id"), row.getLong("rows")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static long count(Handle handle, SalesforceId org, String sql) {
        return handle.createQuery(sql)
                .bind("org", org.value())
                .mapTo(Long.class)
                .one();
    }

    private static Group most(Handle handle, SalesforceId org, String sql) {
        return handle.createQuery(sql)
                .bind("org", org.value())
                .map((row, context) -> new Group(row.getString("id"), row.getLong("rows")))
                .findOne()
                .orElse(new Group("", 0));
    }

    private static Optional<Instant> moment(Handle handle, SalesforceId org, String sql) {
        @Nullable
        Instant moment = handle.createQuery(sql)
                .bind("org", org.value())
                .mapTo(Instant.class)
                .findOne()
                .orElse(null);
        return Optional.ofNullable(moment);
    }
}
