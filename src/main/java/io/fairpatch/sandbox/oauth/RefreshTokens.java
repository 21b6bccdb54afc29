package io.fairpatch.sandbox.oauth;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Codes of the web server flow, and refresh tokens. Each is good once: a refresh hands out the next. Thread-safe. */
final class RefreshTokens {
    private static final long CODE_SECONDS = 900;

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, String> userIds = new ConcurrentHashMap<>();

    /**
     * A code handed to the client's redirect address.
     *
     * @param challenge SHA-256 of the verifier that must come with the code, base64url; null when none was given
     */
    record Code(String userId, String redirectUri, @Nullable String challenge, @Nullable String nonce, Instant until) {}

    void add(
            String code,
            String userId,
            String redirectUri,
            @Nullable String challenge,
            @Nullable String nonce,
            Instant now) {
        codes.put(code, new Code(userId, redirectUri, challenge, nonce, now.plusSeconds(CODE_SECONDS)));
    }

    Code redeem(String code, Instant now) {
        var known = codes.remove(code);
        if (known == null || known.until().isBefore(now)) {
            throw new OAuthError("invalid_grant", "invalid authorization code");
        }
        return known;
    }

    void open(String token, String userId) {
        userIds.put(token, userId);
    }

    /** The user of a refresh token, which is used up by this. */
    String use(String token) {
        return Optional.ofNullable(userIds.remove(token))
                .orElseThrow(() -> new OAuthError("invalid_grant", "expired access/refresh token"));
    }

    boolean revoke(String token) {
        return userIds.remove(token) != null;
    }

    boolean knows(String token) {
        return userIds.containsKey(token);
    }
}
