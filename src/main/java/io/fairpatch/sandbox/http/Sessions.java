package io.fairpatch.sandbox.http;

import io.fairpatch.sandbox.fault.FaultKind;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in. Sessions last until they are revoked. */
public final class Sessions {
    private static final String SCHEME = "Bearer ";

    private final Map<String, Session> byToken = new ConcurrentHashMap<>();

    private record Session(String userId, Instant since) {}

    public void open(String token, String userId, Instant now) {
        byToken.put(token, new Session(userId, now));
    }

    /** Ends a session; false when there was none. */
    public boolean revoke(String token) {
        return byToken.remove(token) != null;
    }

    /** Whether this is the token of a session. */
    public boolean knows(String token) {
        return byToken.containsKey(token);
    }

    /** Id of the user whose session the request belongs to. */
    public String userId(Request request) {
        var authorization = Objects.requireNonNullElse(request.header("Authorization"), "");
        var token = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? authorization.substring(SCHEME.length()).strip()
                : authorization.replaceFirst("^OAuth ", "").strip();
        return ofToken(authorization.isEmpty() ? request.param("oauth_token").orElse("") : token);
    }

    /**
     * Id of the user whose session a request of Bulk API 1.0 belongs to, which names it in a header of its own; Data
     * Loader puts the scheme of the other header before it.
     */
    public String bulkUserId(Request request) {
        if (request.fault(FaultKind.SESSION_EXPIRED).isPresent()) {
            throw ended();
        }
        var named = request.header("X-SFDC-Session");
        return named == null
                ? userId(request)
                : ofToken(named.replaceFirst("^(?i:Bearer +)+", "").strip());
    }

    /** Refuses a request that belongs to no session. */
    public void check(Request request) {
        userId(request);
    }

    /** Id of the user this token was given to. */
    public String ofToken(String token) {
        return session(token).userId();
    }

    /** When the session of this token began. */
    public Instant since(String token) {
        return session(token).since();
    }

    private Session session(String token) {
        var session = byToken.get(token);
        if (session == null) {
            throw ended();
        }
        return session;
    }

    private static ApiException ended() {
        return new ApiException(401, "INVALID_SESSION_ID", "Session expired or invalid");
    }
}
