package io.fairpatch.access;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Lets a caller repeat a call without repeating its effect: the same key and content get the same answer. Keys belong
 * to a person and are kept for {@link #KEPT}. Thread-safe, also over several replicas.
 */
@Singleton
public final class IdempotencyKeys {
    /** How long an answer can be asked for again. */
    public static final Duration KEPT = Duration.ofHours(48);
    /** A call that began this long ago without an answer died with its process; its key may be used again. */
    private static final Duration DEAD = Duration.ofMinutes(2);

    private final Jdbi jdbi;
    private final Clock clock;

    public IdempotencyKeys(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * An answer as first given.
     *
     * @param revision of what was changed, where it has one
     * @param location of what was begun, where something was
     */
    public record Answer(int status, String body, @Nullable Long revision, @Nullable String location) {}

    /**
     * Runs the call unless this key has an answer already. A call that fails leaves the key free, since it changed
     * nothing.
     *
     * @param content everything the call asks for
     * @throws io.fairpatch.error.FairpatchException REQUEST_REPEATED_DIFFERENTLY when the key was used for other
     *     content, REQUEST_UNDER_WAY while the first call runs
     */
    public Answer once(Person person, String key, String content, Supplier<Answer> call) {
        String hash = Secret.digest(content);
        if (!begin(person, key, hash)) {
            return earlier(person, key, hash);
        }
        boolean answered = false;
        try {
            Answer answer = call.get();
            finish(person, key, answer);
            answered = true;
            return answer;
        } finally {
            if (!answered) {
                release(person, key);
            }
        }
    }

    private boolean begin(Person person, String key, String hash) {
        OffsetDateTime now = now();
        return jdbi.inTransaction(h -> {
            h.createUpdate("DELETE FROM idempotency_key WHERE org_id = :org AND begun_at < :old")
                    .bind("org", person.org().value())
                    .bind("old", now.minus(KEPT))
                    .execute();
            return h.createUpdate(
                                    """
                            INSERT INTO idempotency_key AS k (org_id, person, key, request_hash, begun_at)
                            VALUES (:org, :person, :key, :hash, :now)
                            ON CONFLICT (org_id, person, key) DO UPDATE SET begun_at = :now
                            WHERE k.answer IS NULL AND k.request_hash = :hash AND k.begun_at < :dead
                            """)
                            .bind("org", person.org().value())
                            .bind("person", person.name())
                            .bind("key", key)
                            .bind("hash", hash)
                            .bind("now", now)
                            .bind("dead", now.minus(DEAD))
                            .execute()
                    == 1;
        });
    }

    private Answer earlier(Person person, String key, String hash) {
        Optional<Stored> stored = jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT request_hash, status, answer, revision, location FROM idempotency_key
                        WHERE org_id = :org AND person = :person AND key = :key
                        """)
                .bind("org", person.org().value())
                .bind("person", person.name())
                .bind("key", key)
                .map((row, context) -> stored(row))
                .findOne());
        if (stored.isPresent() && !stored.get().hash().equals(hash)) {
            throw Problem.of(
                            ErrorCode.REQUEST_REPEATED_DIFFERENTLY,
                            "The Idempotency-Key " + key + " was used for another request")
                    .maybe("use a new key for each new request")
                    .exception();
        }
        Answer answer = stored.map(Stored::answer).orElse(null);
        if (answer == null) {
            throw Problem.of(
                            ErrorCode.REQUEST_UNDER_WAY,
                            "The request with the Idempotency-Key " + key + " is under way")
                    .maybe("ask again in a few seconds")
                    .exception();
        }
        return answer;
    }

    private record Stored(String hash, @Nullable Answer answer) {}

    private static Stored stored(ResultSet row) throws SQLException {
        String body = row.getString("answer");
        Answer answer = body == null
                ? null
                : new Answer(
                        row.getInt("status"), body, row.getObject("revision", Long.class), row.getString("location"));
        return new Stored(row.getString("request_hash"), answer);
    }

    private void finish(Person person, String key, Answer answer) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        UPDATE idempotency_key
                        SET status = :status, answer = :answer, revision = :revision, location = :location
                        WHERE org_id = :org AND person = :person AND key = :key
                        """)
                .bind("status", answer.status())
                .bind("answer", answer.body())
                .bind("revision", answer.revision())
                .bind("location", answer.location())
                .bind("org", person.org().value())
                .bind("person", person.name())
                .bind("key", key)
                .execute());
    }

    private void release(Person person, String key) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        DELETE FROM idempotency_key
                        WHERE org_id = :org AND person = :person AND key = :key AND answer IS NULL
                        """)
                .bind("org", person.org().value())
                .bind("person", person.name())
                .bind("key", key)
                .execute());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
