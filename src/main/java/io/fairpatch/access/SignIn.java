package io.fairpatch.access;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Sign-in by name and password. A wrong name and a wrong password look and last the same; failures in a row make the
 * name wait.
 */
@Singleton
public final class SignIn {
    private final Jdbi jdbi;
    private final SignInThrottle throttle;
    private final PasswordHash nobody;

    public SignIn(Jdbi jdbi, Clock clock, SecureRandom random) {
        this.jdbi = jdbi;
        this.throttle = new SignInThrottle(jdbi, clock);
        this.nobody = PasswordHash.ofNobody(random);
    }

    /** The person, or ACCESS_SIGN_IN. */
    public Person signIn(SalesforceId org, String typedName, char[] password) {
        String name = typedName.strip().toLowerCase(Locale.ROOT);
        throttle.refuseWhileBlocked(org, name);
        // also computed for a name nobody has, so that the time taken does not tell which names exist
        boolean matches = storedHash(org, name).orElse(nobody).matches(password);
        Optional<Person> person = jdbi.withHandle(h -> PersonStore.find(h, org, name));
        if (!matches || person.isEmpty()) {
            throttle.failed(org, name);
            throw refused();
        }
        throttle.succeeded(org, name);
        return person.get();
    }

    private Optional<PasswordHash> storedHash(SalesforceId org, String name) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT password_hash FROM person
                        WHERE org_id = :org AND name = :name AND password_hash IS NOT NULL
                        """)
                .bind("org", org.value())
                .bind("name", name)
                .mapTo(String.class)
                .map(PasswordHash::parse)
                .findOne());
    }

    private static FairpatchException refused() {
        return Problem.of(ErrorCode.ACCESS_SIGN_IN, "The name or the password is wrong")
                .maybe("check capital letters, or ask an admin for a new password")
                .exception();
    }
}
