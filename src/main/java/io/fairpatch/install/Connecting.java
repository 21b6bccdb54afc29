package io.fairpatch.install;

import io.fairpatch.access.Secrets;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.oauth.Pkce;
import io.fairpatch.org.ConsentGrant;
import io.fairpatch.org.ConsentRequest;
import io.fairpatch.org.OrgConsent;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Connects the org by a person's sign-in at its own page. Thread-safe. */
@Singleton
public class Connecting {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_AT_ONCE = 100;

    private final Provider<OrgConsent> consent;
    private final Secrets secrets;
    private final AuditLog audit;
    private final SecureRandom random;
    private final Clock clock;
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    Connecting(Provider<OrgConsent> consent, Secrets secrets, AuditLog audit, SecureRandom random, Clock clock) {
        this.consent = consent;
        this.secrets = secrets;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    private record Attempt(ConsentRequest request, String person, Instant until) {}

    /**
     * Begins an attempt, good for ten minutes.
     *
     * @param redirect where the org sends the person back to; registered with the app
     * @return the org's page to go to
     */
    public URI begin(URI redirect, String person) {
        var now = clock.instant();
        attempts.values().removeIf(attempt -> attempt.until().isBefore(now));
        if (attempts.size() >= MOST_AT_ONCE) {
            throw Problem.of(ErrorCode.ORG_CONSENT, "Too many attempts to connect are open")
                    .maybe("wait ten minutes, then try again")
                    .exception();
        }
        var request = new ConsentRequest(redirect, Pkce.secret(random), Pkce.secret(random));
        attempts.put(request.state(), new Attempt(request, person, now.plus(PATIENCE)));
        return consent.get().page(request);
    }

    /**
     * Ends an attempt with the code that the org sent back: keeps the grant and signs in by it from now on.
     *
     * @throws io.fairpatch.error.FairpatchException ORG_CONSENT when no such attempt is open
     */
    public ConsentGrant finish(String state, String code) {
        var attempt = take(state);
        var grant = consent.get().redeem(attempt.request(), code);
        secrets.put(Secrets.REFRESH_TOKEN, grant.refreshToken(), attempt.person());
        consent.get().startAnew();
        audit.append(
                grant.orgId(),
                attempt.person(),
                "org connected",
                grant.orgId().value(),
                Map.of(
                        "instanceUrl",
                        grant.instanceUrl(),
                        "user",
                        grant.userId().value(),
                        "scope",
                        grant.scope()));
        return grant;
    }

    /** The person said no, or the org did: ends the attempt and says why. */
    public RuntimeException refused(String state, String error, String description) {
        take(state);
        return Problem.of(ErrorCode.ORG_CONSENT, "The org was not connected (" + error.replaceAll("[^\\w-]", " ") + ")")
                .because(description.replaceAll("\\p{Cntrl}", " "))
                .maybe("try again and press Allow; an admin may have to approve the app first")
                .exception();
    }

    /** A state works once. */
    private Attempt take(String state) {
        var attempt = attempts.remove(state);
        if (attempt == null || attempt.until().isBefore(clock.instant())) {
            throw Problem.of(ErrorCode.ORG_CONSENT, "This answer of the org belongs to no open attempt to connect")
                    .because("an attempt is good for ten minutes and for one answer")
                    .maybe("start again: ./fairpatch connect, or the button Connect on the page Org")
                    .exception();
        }
        return attempt;
    }
}
