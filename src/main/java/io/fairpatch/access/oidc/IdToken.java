package io.fairpatch.access.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * The provider's signed statement of who signed in, checked as OpenID Connect Core 3.1.3.7 asks: signature by a key of
 * the provider (RS256, which every provider must offer), issuer, audience, nonce, and time.
 */
final class IdToken {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final long LEEWAY_SECONDS = 120;

    private final String text;
    private final String[] parts;

    IdToken(String text) {
        this.text = text;
        this.parts = text.split("\\.", -1);
        require(parts.length == 3, "the id token has not three parts");
    }

    /** What a token must say to be taken. */
    record Expected(String issuer, String clientId, String nonce, Instant now) {}

    /** Thrown with the reason when the token is not to be believed. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    /** Its claims, once everything holds. */
    JsonNode claims(JsonNode keys, Expected expected) {
        JsonNode head = part(0);
        require("RS256".equals(head.path("alg").asText()), "the id token is not signed by RS256");
        require(signed(key(keys, head.path("kid").asText())), "the id token's signature does not hold");
        JsonNode claims = part(1);
        require(expected.issuer().equals(claims.path("iss").asText()), "the id token is by another issuer");
        require(isFor(claims.path("aud"), expected.clientId()), "the id token is for another service");
        require(expected.nonce().equals(claims.path("nonce").asText()), "the id token answers another sign-in");
        long now = expected.now().getEpochSecond();
        require(claims.path("exp").asLong() > now - LEEWAY_SECONDS, "the id token has expired");
        require(claims.path("iat").asLong(now) < now + LEEWAY_SECONDS, "the id token is from the future");
        return claims;
    }

    private static boolean isFor(JsonNode audience, String clientId) {
        if (!audience.isArray()) {
            return clientId.equals(audience.asText());
        }
        for (JsonNode each : audience) {
            if (clientId.equals(each.asText())) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode key(JsonNode keys, String id) {
        for (JsonNode key : keys.path("keys")) {
            boolean named = id.isEmpty() || id.equals(key.path("kid").asText());
            if (named && "RSA".equals(key.path("kty").asText())) {
                return key;
            }
        }
        throw new Refused("the provider has no key " + id);
    }

    private boolean signed(JsonNode key) {
        try {
            PublicKey rsa = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e"))));
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(rsa);
            check.update(text.substring(0, text.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
            return check.verify(BASE64.decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static BigInteger number(JsonNode value) {
        return new BigInteger(1, BASE64.decode(value.asText()));
    }

    private JsonNode part(int at) {
        try {
            return JSON.readTree(BASE64.decode(parts[at]));
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("the id token can't be read");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refused(otherwise);
        }
    }
}
