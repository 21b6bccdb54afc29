package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Sessions;
import java.time.Clock;
import java.util.Locale;
import java.util.SplittableRandom;

/** Opens sessions. Thread-safe. */
public final class SignIn {
    private static final int TOKEN_LENGTH = 96;
    private static final int USER_CODE_LENGTH = 8;

    private final Sessions sessions;
    private final String orgId;
    private final SplittableRandom random;
    private final Credentials credentials;
    private final Clock clock;

    /** @param seed credentials and tokens follow from it */
    public SignIn(Sessions sessions, String orgId, long seed, Clock clock) {
        this.sessions = sessions;
        this.orgId = orgId;
        this.random = new SplittableRandom(seed);
        this.credentials = Credentials.of(random);
        this.clock = clock;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** A text that nobody guesses. */
    synchronized String random() {
        return "aPrx" + Credentials.text(random, TOKEN_LENGTH);
    }

    /** A short text that a person types in. */
    synchronized String userCode() {
        return Credentials.text(random, USER_CODE_LENGTH).toUpperCase(Locale.ROOT);
    }

    /** Opens a session for this user and returns its token. */
    public synchronized String open(String userId) {
        var token = orgId.substring(0, 15) + "!AQ" + Credentials.text(random, TOKEN_LENGTH);
        sessions.open(token, userId, clock.instant());
        return token;
    }
}
