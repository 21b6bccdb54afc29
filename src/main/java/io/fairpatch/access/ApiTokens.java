package io.fairpatch.access;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Tokens for commands and scripts: {@code FAIRPATCH_TOKEN} beside {@code --as PERSON}. */
@Singleton
public final class ApiTokens {
    private final Jdbi jdbi;
    private final Clock clock;
    private final SecureRandom random;

    public ApiTokens(Jdbi jdbi, Clock clock, SecureRandom random) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.random = random;
    }

    /** Issues a token; it is shown once and can't be read again. */
    public String issue(Person person, String label, Duration lifetime) {
        String token = Secret.token(random);
        OffsetDateTime now = now();
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        INSERT INTO api_token (org_id, token_digest, person, label, issued_at, expires_at)
                        VALUES (:org, :digest, :person, :label, :now, :expires)
                        """)
                .bind("org", person.org().value())
                .bind("digest", Secret.digest(token))
                .bind("person", person.name())
                .bind("label", label)
                .bind("now", now)
                .bind("expires", now.plus(lifetime))
                .execute());
        return token;
    }

    /** The person {@code name} if the token is theirs and in force, else ACCESS_SIGN_IN. */
    public Person check(SalesforceId org, String name, String token) {
        return jdbi.withHandle(h -> h.createQuery(
                                """
                                SELECT p.* FROM api_token t JOIN person p ON p.org_id = t.org_id AND p.name = t.person
                                WHERE t.org_id = :org AND t.token_digest = :digest AND t.person = :name
                                AND t.expires_at > :now
                                """)
                        .bind("org", org.value())
                        .bind("digest", Secret.digest(token))
                        .bind("name", name)
                        .bind("now", now())
                        .map((row, context) -> PersonStore.person(row))
                        .findOne())
                .orElseThrow(() -> Problem.of(
                                ErrorCode.ACCESS_SIGN_IN, "The token does not belong to " + name + " or has expired")
                        .maybe("set FAIRPATCH_TOKEN to a token issued for " + name)
                        .exception());
    }

    /** The person a token was issued to, while it is in force. */
    public Optional<Person> find(SalesforceId org, String token) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT p.* FROM api_token t JOIN person p ON p.org_id = t.org_id AND p.name = t.person
                        WHERE t.org_id = :org AND t.token_digest = :digest AND t.expires_at > :now
                        """)
                .bind("org", org.value())
                .bind("digest", Secret.digest(token))
                .bind("now", now())
                .map((row, context) -> PersonStore.person(row))
                .findOne());
    }

    /** Ends all tokens of a person. */
    public void revokeAll(Person person) {
        jdbi.useHandle(h -> h.createUpdate("DELETE FROM api_token WHERE org_id = :org AND person = :person")
                .bind("org", person.org().value())
                .bind("person", person.name())
                .execute());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
