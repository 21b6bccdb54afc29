package io.fairpatch.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.fairpatch.access.oidc.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A provider of OpenID Connect that vouches for one person, whoever comes. */
final class PaperProvider implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final String person;
    private final KeyPair keys;
    /** Of the sign-in under way, as the browser would carry it. */
    private volatile String nonce = "";

    PaperProvider(String person) throws IOException, GeneralSecurityException {
        this.person = person;
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/.well-known/openid-configuration", this::described);
        answer("/jwks", this::keys);
        answer("/token", () -> Map.of("id_token", idToken()));
        server.start();
    }

    Provider provider() {
        return new Provider("Paper", URI.create(issuer()), "fairpatch", null, false, null);
    }

    /** The person says yes on the provider's page: the way back to the service. */
    String yes(String page) {
        nonce = of(page, "nonce");
        return "/sign-in/callback?code=c&state=" + of(page, "state");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static String of(String page, String name) {
        return page.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Map<String, Object> described() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/jwks");
    }

    private Map<String, Object> keys() {
        var key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty", "RSA",
                        "n", BASE64.encodeToString(key.getModulus().toByteArray()),
                        "e", BASE64.encodeToString(key.getPublicExponent().toByteArray()))));
    }

    private String idToken() {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = Map.of(
                "iss",
                issuer(),
                "aud",
                "fairpatch",
                "nonce",
                nonce,
                "iat",
                now,
                "exp",
                now + 60,
                "preferred_username",
                person);
        String signed = coded(Map.of("alg", "RS256")) + "." + coded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String coded(Map<String, Object> part) {
        return BASE64.encodeToString(json(part));
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(String path, Supplier<Map<String, Object>> said) {
        server.createContext(path, exchange -> {
            byte[] body = json(said.get());
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
