package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * A client as it shows itself: by form or by the header Authorization.
 *
 * @param id one that the org knows
 */
record Client(Credentials credentials, String id, String secret) {
    private static final String BASIC = "Basic ";

    /** @throws OAuthError invalid_client_id for one that the org does not know */
    static Client of(Credentials credentials, Request request, Map<String, String> form) {
        var id = form.getOrDefault("client_id", "");
        var secret = form.getOrDefault("client_secret", "");
        var authorization = Objects.requireNonNullElse(request.header("Authorization"), "");
        if (authorization.startsWith(BASIC)) {
            var parts = basic(authorization.substring(BASIC.length()));
            id = parts[0];
            secret = parts[1];
        }
        if (!credentials.knows(id)) {
            throw new OAuthError("invalid_client_id", "client identifier invalid");
        }
        return new Client(credentials, id, secret);
    }

    private static String[] basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            return (pair.contains(":") ? pair : pair + ":").split(":", 2);
        } catch (IllegalArgumentException e) {
            throw new OAuthError("invalid_client", "invalid client credentials");
        }
    }

    /** The client must bring its secret. */
    Client proven() {
        if (!credentials.clientSecret().equals(secret)) {
            throw new OAuthError("invalid_client", "invalid client credentials");
        }
        return this;
    }

    /**
     * The client must not bring a wrong secret.
     *
     * @param open whether it may come without one for another reason than that nobody could keep it
     */
    Client proven(boolean open) {
        boolean mayLackSecret = open || credentials.isBuiltIn(id);
        return mayLackSecret && secret.isEmpty() ? this : proven();
    }
}
