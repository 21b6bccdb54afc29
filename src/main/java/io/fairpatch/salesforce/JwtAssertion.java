package io.fairpatch.salesforce;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

/** Makes the signed statement of the OAuth JWT bearer flow (RFC 7523, RS256). */
final class JwtAssertion {
    private static final Duration VALID = Duration.ofMinutes(3);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private JwtAssertion() {}

    static String sign(SignIn.JwtBearer jwt, PemKey key, URI loginUrl, Instant now) {
        var audience = jwt.audience() == null ? loginUrl.getScheme() + "://" + loginUrl.getAuthority() : jwt.audience();
        var claims = Map.of(
                "iss", jwt.clientId(),
                "sub", jwt.username(),
                "aud", audience,
                "exp", now.plus(VALID).getEpochSecond());
        var statement = part(Json.write(Map.of("alg", "RS256", "typ", "JWT"))) + "." + part(Json.write(claims));
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(parse(key.pem().get()));
            signature.update(statement.getBytes(StandardCharsets.US_ASCII));
            return statement + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable(jwt, key, e);
        }
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey parse(String pem) throws GeneralSecurityException {
        var base64 = pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static RuntimeException unusable(SignIn.JwtBearer jwt, PemKey key, Throwable cause) {
        return Problem.of(ErrorCode.ORG_SIGN_IN, "The key for signing in as " + jwt.username() + " can't be used.")
                .at(key.place())
                .because("it isn't an RSA private key in PKCS#8 PEM (BEGIN PRIVATE KEY)")
                .maybe("convert it: openssl pkcs8 -topk8 -nocrypt -in old.key -out new.key")
                .exception(cause);
    }
}
