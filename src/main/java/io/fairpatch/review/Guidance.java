package io.fairpatch.review;

import io.fairpatch.access.Person;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** What a person has been shown once and is not shown again. Thread-safe. */
@Singleton
public final class Guidance {
    private final Jdbi jdbi;
    private final Clock clock;

    public Guidance(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** How many marks of the person begin with this. */
    public int seen(Person person, String beginning) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT count(*) FROM person_seen
                        WHERE org_id = :org AND person = :person AND starts_with(what, :beginning)
                        """)
                .bind("org", person.org().value())
                .bind("person", person.name())
                .bind("beginning", beginning)
                .mapTo(Integer.class)
                .one());
    }

    /** Notes that the person has seen it; again is as once. */
    public void mark(Person person, String what) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        INSERT INTO person_seen (org_id, person, what, seen_at) VALUES (:org, :person, :what, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("org", person.org().value())
                .bind("person", person.name())
                .bind("what", what)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }
}
