package io.fairpatch.watch;

import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps what fired, from when to when. Thread-safe. */
@Singleton
final class AlertStore {
    private final Jdbi jdbi;

    AlertStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What lies beyond an edge now. */
    record Seen(
            Trigger trigger, String key, String subject, double value, String sentence, @Nullable String scenario) {}

    /** What a look changed: alerts that are new, and how many fell quiet. */
    record Change(List<Seen> fired, int quiet) {}

    /** Alerts that are not quiet, by trigger and since when. */
    List<Alert> firing(SalesforceId org) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT * FROM watch_alert WHERE org_id = :org AND quiet_at IS NULL
                        ORDER BY dismissed_at IS NOT NULL, since, id
                        """)
                .bind("org", org.value())
                .map((row, context) -> alert(row))
                .list());
    }

    /** One look, in one transaction and one at a time an org. */
    Change replace(SalesforceId org, List<Seen> seen, long scoreRun, Instant now) {
        return jdbi.inTransaction(h -> {
            h.createQuery("SELECT pg_advisory_xact_lock(hashtextextended('fairpatch watch ' || :org, 0))")
                    .bind("org", org.value())
                    .mapTo(String.class)
                    .one();
            h.createUpdate(
                            """
                            INSERT INTO watch_look (org_id, score_run, at) VALUES (:org, :run, :now)
                            ON CONFLICT (org_id) DO UPDATE SET score_run = :run, at = :now
                            """)
                    .bind("org", org.value())
                    .bind("run", scoreRun)
                    .bind("now", utc(now))
                    .execute();
            h.createUpdate("UPDATE watch_alert SET seen = false WHERE org_id = :org AND quiet_at IS NULL")
                    .bind("org", org.value())
                    .execute();
            var fired = seen.stream().filter(one -> keep(h, org, one, now)).toList();
            int quiet = h.createUpdate(
                            "UPDATE watch_alert SET quiet_at = :now WHERE org_id = :org AND quiet_at IS NULL AND NOT seen")
                    .bind("org", org.value())
                    .bind("now", utc(now))
                    .execute();
            return new Change(fired, quiet);
        });
    }

    /** Whether it is new. */
    private static boolean keep(Handle h, SalesforceId org, Seen one, Instant now) {
        return h.createQuery(
                        """
                        INSERT INTO watch_alert
                          (org_id, trigger, key, subject, value, sentence, scenario, since, seen)
                        VALUES (:org, :trigger, :key, :subject, :value, :sentence, :scenario, :now, true)
                        ON CONFLICT (org_id, trigger, key) WHERE quiet_at IS NULL DO UPDATE
                        SET subject = :subject, value = :value, sentence = :sentence, scenario = :scenario, seen = true
                        RETURNING xmax = 0
                        """)
                .bind("org", org.value())
                .bind("trigger", one.trigger().name())
                .bind("key", one.key())
                .bind("subject", one.subject())
                .bind("value", one.value())
                .bind("sentence", one.sentence())
                .bind("scenario", one.scenario())
                .bind("now", utc(now))
                .mapTo(Boolean.class)
                .one();
    }

    /** When the org was last looked at, and at which scoring. */
    Optional<Look> last(SalesforceId org) {
        return jdbi.withHandle(h -> h.createQuery("SELECT score_run, at FROM watch_look WHERE org_id = :org")
                .bind("org", org.value())
                .map((row, context) -> new Look(row.getLong("score_run"), instant(row, "at")))
                .findOne());
    }

    /** A look at an org. */
    record Look(long scoreRun, Instant at) {}

    /** The alert that was dismissed; empty when none of this number is open. */
    Optional<Alert> dismiss(Handle h, SalesforceId org, long id, String person, String why, Instant now) {
        return h.createQuery(
                        """
                        UPDATE watch_alert SET dismissed_by = :person, dismissed_at = :now, dismissed_why = :why
                        WHERE org_id = :org AND id = :id AND quiet_at IS NULL AND dismissed_at IS NULL
                        RETURNING *
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("person", person)
                .bind("why", why)
                .bind("now", utc(now))
                .map((row, context) -> alert(row))
                .findOne();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        String by = row.getString("dismissed_by");
        return new Alert(
                row.getLong("id"),
                Trigger.valueOf(row.getString("trigger")),
                row.getString("key"),
                row.getString("subject"),
                row.getDouble("value"),
                row.getString("sentence"),
                row.getString("scenario"),
                instant(row, "since"),
                by == null
                        ? null
                        : new Alert.Dismissal(
                                by,
                                instant(row, "dismissed_at"),
                                Objects.requireNonNull(row.getString("dismissed_why"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
