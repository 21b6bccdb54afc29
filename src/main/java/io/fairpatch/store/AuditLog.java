package io.fairpatch.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fairpatch.model.AuditFilter;
import io.fairpatch.model.SalesforceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Who did what, when. Lines are only added: the database refuses anything else, and each line carries the hash of the
 * one before, so that a change behind its back shows. Lines cut off at the end do not show. Thread-safe.
 */
public final class AuditLog {
    private static final JsonMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Jdbi jdbi;
    private final Clock clock;

    public AuditLog(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Adds a line. */
    public void append(SalesforceId org, String actor, String action, String subject, Map<String, ?> details) {
        jdbi.useTransaction(handle -> append(handle, org, actor, action, subject, details));
    }

    /** Adds a line in the caller's transaction: it is there exactly when the change it tells of is. */
    public void append(
            Handle transaction, SalesforceId org, String actor, String action, String subject, Map<String, ?> details) {
        lock(transaction, org);
        var last = last(transaction, org).orElse(Link.BEFORE_FIRST);
        // PostgreSQL keeps microseconds, and what was hashed must be what is read back
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String json = json(details);
        long seq = last.seq() + 1;
        byte[] hash = AuditChain.hash(last.hash(), org.value(), seq, at, actor, action, subject, json);
        transaction
                .createUpdate(
                        """
                        INSERT INTO audit_log
                          (org_id, seq, at, actor, action, subject, details, previous_hash, hash)
                        VALUES (:org, :seq, :at, :actor, :action, :subject, CAST(:details AS json), :previous, :hash)
                        """)
                .bind("org", org.value())
                .bind("seq", seq)
                .bind("at", at)
                .bind("actor", actor)
                .bind("action", action)
                .bind("subject", subject)
                .bind("details", json)
                .bind("previous", last.hash())
                .bind("hash", hash)
                .execute();
    }

    /** One line at a time an org, until the transaction ends: the next must follow this one. */
    private static void lock(Handle transaction, SalesforceId org) {
        transaction
                .createQuery("SELECT pg_advisory_xact_lock(hashtextextended('fairpatch audit ' || :org, 0))")
                .bind("org", org.value())
                .mapTo(String.class)
                .one();
    }

    /** Lines after {@code afterSeq} (0 for all), oldest first. */
    public List<AuditEntry> entries(SalesforceId org, long afterSeq, int most) {
        return entries(org, AuditFilter.ALL, afterSeq, most);
    }

    /** The same of some lines. */
    public List<AuditEntry> entries(SalesforceId org, AuditFilter filter, long afterSeq, int most) {
        return lines(org, filter, "seq > :seq ORDER BY seq", afterSeq, most);
    }

    /** Lines before {@code beforeSeq} (Long.MAX_VALUE for all), newest first. */
    public List<AuditEntry> newest(SalesforceId org, long beforeSeq, int most) {
        return newest(org, AuditFilter.ALL, beforeSeq, most);
    }

    /** The same of some lines. */
    public List<AuditEntry> newest(SalesforceId org, AuditFilter filter, long beforeSeq, int most) {
        return lines(org, filter, "seq < :seq ORDER BY seq DESC", beforeSeq, most);
    }

    private List<AuditEntry> lines(SalesforceId org, AuditFilter filter, String where, long seq, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT * FROM audit_log WHERE org_id = :org
                        AND (CAST(:actor AS text) IS NULL OR actor = :actor)
                        AND (CAST(:action AS text) IS NULL OR action = :action
                             OR starts_with(action, CAST(:action AS text) || '.'))
                        AND (CAST(:subject AS text) IS NULL OR subject = :subject)
                        AND %s LIMIT :most
                        """
                                .formatted(where))
                .bind("org", org.value())
                .bind("actor", filter.actor())
                .bind("action", filter.action())
                .bind("subject", filter.subject())
                .bind("seq", seq)
                .bind("most", most)
                .map((row, context) -> entry(row))
                .list());
    }

    /** Lines about one subject, oldest first. */
    public List<AuditEntry> about(SalesforceId org, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM audit_log WHERE org_id = :org AND subject = :subject ORDER BY seq")
                .bind("org", org.value())
                .bind("subject", subject)
                .map((row, context) -> entry(row))
                .list());
    }

    /** The first line that was changed, or that follows a missing one; empty when all lines hang together. */
    public Optional<Long> verify(SalesforceId org) {
        return jdbi.inTransaction(handle -> {
            var chain = Link.BEFORE_FIRST;
            try (var lines = handle.createQuery("SELECT * FROM audit_log WHERE org_id = :org ORDER BY seq")
                    .bind("org", org.value())
                    .setFetchSize(1_000)
                    .map((row, context) -> new Line(entry(row), row.getBytes("previous_hash"), row.getBytes("hash")))
                    .iterator()) {
                while (lines.hasNext()) {
                    var line = lines.next();
                    if (!line.follows(chain, org)) {
                        return Optional.of(line.entry().seq());
                    }
                    chain = new Link(line.entry().seq(), line.hash());
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<Link> last(Handle handle, SalesforceId org) {
        return handle.createQuery("SELECT seq, hash FROM audit_log WHERE org_id = :org ORDER BY seq DESC LIMIT 1")
                .bind("org", org.value())
                .map((row, context) -> new Link(row.getLong("seq"), row.getBytes("hash")))
                .findOne();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("details"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }

    private static String json(Map<String, ?> details) {
        try {
            return JSON.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Details of an audit line must be plain values: " + details.keySet(), e);
        }
    }

    private record Link(long seq, byte[] hash) {
        static final Link BEFORE_FIRST = new Link(0, AuditChain.START);
    }

    private record Line(AuditEntry entry, byte[] previous, byte[] hash) {
        boolean follows(Link before, SalesforceId org) {
            byte[] expected = AuditChain.hash(
                    before.hash(),
                    org.value(),
                    entry.seq(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    entry.details());
            return entry.seq() == before.seq() + 1
                    && Arrays.equals(previous, before.hash())
                    && Arrays.equals(hash, expected);
        }
    }
}
