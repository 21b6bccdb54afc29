package io.fairpatch.sandbox.oauth;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Codes of the web server flow, good once, and refresh tokens, good until they are revoked. Thread-safe. */
final class RefreshTokens {
    private static final long CODE_SECONDS = 900;

    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /**
     * A code handed to the client's redirect address.
     *
     * @param scope what the client asked for, parted by spaces
     * @param challenge SHA-256 of the verifier that must come with the code, base64url; null when none was given
     */
    record Code(
            String userId,
            String redirectUri,
            String scope,
            @Nullable String challenge,
            @Nullable String nonce,
            Instant until) {
        static Instant until(Instant now) {
            return now.plusSeconds(CODE_SECONDS);
        }
    }

    /** Whom a refresh token signs in, and for what. */
    record Kept(String userId, String scope) {}

    void add(String text, Code code) {
        codes.put(text, code);
    }

    Code redeem(String text, Instant now) {
        var known = codes.remove(text);
        if (known == null || known.until().isBefore(now)) {
            throw new OAuthError("invalid_grant", "invalid authorization code");
        }
        return known;
    }

    void open(String token, Kept whom) {
        kept.put(token, whom);
    }

    Kept find(String token) {
        return Optional.ofNullable(kept.get(token))
                .orElseThrow(() -> new OAuthError("invalid_grant", "expired access/refresh token"));
    }

    boolean revoke(String token) {
        return kept.remove(token) != null;
    }

    boolean knows(String token) {
        return kept.containsKey(token);
    }
}
