package io.fairpatch.access;

import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who is signed in on the pages. Kept in the database, so that every replica knows them and any can be ended. */
@Singleton
public final class Sessions {
    /** How long a session lasts after sign-in. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    private static final int LONGEST_AGENT = 200;
    private static final int ID_LENGTH = 16;

    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom random;

    public Sessions(Jdbi jdbi, Clock clock, SecureRandom random) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.random = random;
    }

    /**
     * One that is open.
     *
     * @param id names the session without opening it
     * @param agent the browser as it names itself, at most 200 characters
     * @param how password, or the name of the provider that vouched
     */
    public record Open(String id, String person, Instant openedAt, Instant expiresAt, String agent, String how) {}

    /** Opens a session after a password. */
    public String open(Person person) {
        return open(person, "", "password");
    }

    /**
     * Opens a session and returns its token, to be kept by the browser alone. Forgets expired sessions on the way.
     *
     * @param agent the browser as it names itself
     * @param how password, or the name of the provider that vouched
     */
    public String open(Person person, String agent, String how) {
        String token = Secret.token(random);
        OffsetDateTime now = now();
        jdbi.useTransaction(h -> {
            h.createUpdate("DELETE FROM session WHERE org_id = :org AND expires_at <= :now")
                    .bind("org", person.org().value())
                    .bind("now", now)
                    .execute();
            h.createUpdate(
                            """
                            INSERT INTO session (org_id, token_digest, person, opened_at, expires_at, agent, how)
                            VALUES (:org, :digest, :person, :now, :expires, :agent, :how)
                            """)
                    .bind("org", person.org().value())
                    .bind("digest", Secret.digest(token))
                    .bind("person", person.name())
                    .bind("now", now)
                    .bind("expires", now.plus(LIFETIME))
                    .bind("agent", agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent)
                    .bind("how", how)
                    .execute();
        });
        return token;
    }

    /** The person behind a token with the roles as they are now; empty when it is unknown, expired or ended. */
    public Optional<Person> find(String token) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT p.* FROM session s JOIN person p ON p.org_id = s.org_id AND p.name = s.person
                        WHERE s.token_digest = :digest AND s.expires_at > :now
                        """)
                .bind("digest", Secret.digest(token))
                .bind("now", now())
                .map((row, context) -> PersonStore.person(row))
                .findOne());
    }

    /** Ends one session. */
    public void close(String token) {
        jdbi.useHandle(h -> h.createUpdate("DELETE FROM session WHERE token_digest = :digest")
                .bind("digest", Secret.digest(token))
                .execute());
    }

    /** Sessions in force, the newest first; of one person, or with null of all. */
    public List<Open> list(SalesforceId org, @Nullable Person person) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT left(token_digest, :idLength) AS id, person, opened_at, expires_at,
                               coalesce(agent, '') AS agent, how
                        FROM session WHERE org_id = :org AND expires_at > :now
                        AND (CAST(:person AS text) IS NULL OR person = :person) ORDER BY opened_at DESC
                        """)
                .bind("idLength", ID_LENGTH)
                .bind("org", org.value())
                .bind("now", now())
                .bind("person", person == null ? null : person.name())
                .map((row, context) -> new Open(
                        row.getString("id"),
                        row.getString("person"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getString("agent"),
                        row.getString("how")))
                .list());
    }

    /** The name of a token's session. */
    public static String id(String token) {
        return Secret.digest(token).substring(0, ID_LENGTH);
    }

    /** Ends a session by its name; the person's own, or any for who keeps people. */
    public boolean end(Person by, String id) {
        boolean any = Rights.allows(by, Action.MANAGE_PEOPLE);
        return jdbi.withHandle(h -> h.createUpdate(
                                """
                        DELETE FROM session WHERE org_id = :org AND left(token_digest, :idLength) = :id
                        AND (:any OR person = :person)
                        """)
                        .bind("org", by.org().value())
                        .bind("idLength", ID_LENGTH)
                        .bind("id", id)
                        .bind("any", any)
                        .bind("person", by.name())
                        .execute())
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
