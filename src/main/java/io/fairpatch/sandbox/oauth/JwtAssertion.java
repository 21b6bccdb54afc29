package io.fairpatch.sandbox.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

/** A signed statement of who wants to sign in. */
record JwtAssertion(String issuer, String subject, long expires) {
    /** Above this a number of seconds would be in the year 5138: the client gave milliseconds, as the sf CLI does. */
    private static final long SECONDS_LIMIT = 100_000_000_000L;

    /** Reads and checks the statement; how far ahead it expires does not matter. */
    static JwtAssertion check(String text, JwtKey key, Instant now, Audience audience) throws IOException {
        var parts = text.split("\\.");
        if (parts.length != 3) {
            throw invalid();
        }
        var header = json(parts[0]);
        if (!header.path("alg").asText().equals("RS256") || !key.signed(parts[0] + "." + parts[1], bytes(parts[2]))) {
            throw invalid();
        }
        var claims = json(parts[1]);
        var assertion = new JwtAssertion(
                claims.path("iss").asText(),
                claims.path(claims.has("sub") ? "sub" : "prn").asText(),
                claims.path("exp").asLong());
        if (assertion.expiry().isBefore(now)) {
            throw new OAuthError("invalid_grant", "expired authorization code");
        }
        if (!audience.includes(claims.path("aud"))) {
            throw new OAuthError("invalid_grant", "audience is invalid");
        }
        return assertion;
    }

    private Instant expiry() {
        return expires > SECONDS_LIMIT ? Instant.ofEpochMilli(expires) : Instant.ofEpochSecond(expires);
    }

    private static JsonNode json(String part) throws IOException {
        try {
            return Json.read(new ByteArrayInputStream(bytes(part)));
        } catch (ApiException e) {
            throw invalid();
        }
    }

    private static byte[] bytes(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static OAuthError invalid() {
        return new OAuthError("invalid_grant", "invalid assertion");
    }
}
