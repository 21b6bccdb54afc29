package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signs who has signed in. */
final class IdToken {
    private static final String KEY_ID = "sandbox";
    private static final int BITS = 2048;
    private static final int SECONDS = 120;

    /** The key, which takes long to make: once for a process, and only when somebody asks. */
    private static final class Key {
        static final KeyPair PAIR = make();

        private static KeyPair make() {
            try {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("no RSA", e);
            }
        }
    }

    void routes(Router router) {
        router.on("GET", "/id/keys", request -> Response.json(Map.of("keys", List.of(key()))));
    }

    private Map<String, String> key() {
        var key = (RSAPublicKey) Key.PAIR.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "alg",
                "RS256",
                "use",
                "sig",
                "kid",
                KEY_ID,
                "n",
                base64(unsigned(key.getModulus())),
                "e",
                base64(unsigned(key.getPublicExponent())));
    }

    String of(String issuer, String subject, String audience, @Nullable String nonce, long now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", audience);
        claims.put("iat", now);
        claims.put("exp", now + SECONDS);
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        var text = base64(Json.text(Json.object("alg", "RS256", "typ", "JWT", "kid", KEY_ID))) + "."
                + base64(Json.text(claims));
        return text + "." + base64(sign(text));
    }

    private byte[] sign(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(Key.PAIR.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
