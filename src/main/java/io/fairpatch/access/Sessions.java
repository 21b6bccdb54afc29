package io.fairpatch.access;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Who is signed in on the pages. Kept in the database, so that every replica knows them and any can be ended. */
@Singleton
public final class Sessions {
    /** How long a session lasts after sign-in. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom random;

    public Sessions(Jdbi jdbi, Clock clock, SecureRandom random) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.random = random;
    }

    /** Opens a session and returns its token, to be kept by the browser alone. Forgets expired sessions on the way. */
    public String open(Person person) {
        String token = Secret.token(random);
        OffsetDateTime now = now();
        jdbi.useTransaction(h -> {
            h.createUpdate("DELETE FROM session WHERE org_id = :org AND expires_at <= :now")
                    .bind("org", person.org().value())
                    .bind("now", now)
                    .execute();
            h.createUpdate(
                            """
                            INSERT INTO session (org_id, token_digest, person, opened_at, expires_at)
                            VALUES (:org, :digest, :person, :now, :expires)
                            """)
                    .bind("org", person.org().value())
                    .bind("digest", Secret.digest(token))
                    .bind("person", person.name())
                    .bind("now", now)
                    .bind("expires", now.plus(LIFETIME))
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

    /** Ends all sessions of a person. */
    public void closeAll(Person person) {
        jdbi.useHandle(h -> h.createUpdate("DELETE FROM session WHERE org_id = :org AND person = :person")
                .bind("org", person.org().value())
                .bind("person", person.name())
                .execute());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
