package io.fairpatch.review.digest;

import io.fairpatch.access.Person;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Where people can be mailed, as copied from the org. Thread-safe. */
@Singleton
public final class MailAddresses {
    private final Jdbi jdbi;

    public MailAddresses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Empty for a person who is no user of the org, or has no address there. */
    public Optional<String> of(Person person) {
        if (person.userId() == null) {
            return Optional.empty();
        }
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT email FROM org_user
                        WHERE org_id = :org AND id = :user AND email LIKE '%_@_%' AND deleted_at IS NULL
                        """)
                .bind("org", person.org().value())
                .bind("user", String.valueOf(person.userId()))
                .mapTo(String.class)
                .findOne());
    }
}
