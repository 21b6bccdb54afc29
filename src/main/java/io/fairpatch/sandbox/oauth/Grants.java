package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Address;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.org.Org;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a client is told once somebody is signed in. */
final class Grants {
    private static final String MAC = "HmacSHA256";

    private final Org org;
    private final SignIn signIn;
    private final SignInRules rules;
    private final RefreshTokens tokens;
    private final Address address;

    Grants(Org org, SignIn signIn, SignInRules rules, RefreshTokens tokens, Address address) {
        this.org = org;
        this.signIn = signIn;
        this.rules = rules;
        this.tokens = tokens;
        this.address = address;
    }

    /** A session with all scopes that the client may have. */
    Map<String, Object> of(Request request, String userId) {
        return of(request, userId, rules.scope());
    }

    Map<String, Object> of(Request request, String userId, String scope) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", signIn.open(userId));
        var issuedAt = String.valueOf(org.clock().millis());
        answer.put("signature", signature(identity(request, userId) + issuedAt));
        answer.put("scope", scope);
        answer.put("instance_url", address.seenBy(request));
        answer.put("id", identity(request, userId));
        answer.put("token_type", "Bearer");
        answer.put("issued_at", issuedAt);
        return answer;
    }

    /** By it a client knows that nobody changed the identity on its way. */
    private String signature(String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(signIn.credentials().clientSecret().getBytes(StandardCharsets.UTF_8), MAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + MAC, e);
        }
    }

    /** A session that the client can renew by itself, if one of the scopes says so. */
    Map<String, Object> renewable(Request request, String userId, String scope) {
        var answer = of(request, userId, scope);
        if (Stream.of("refresh_token", "offline_access").anyMatch(scopes(scope)::contains)) {
            answer.put("refresh_token", open(userId, scope));
        }
        return answer;
    }

    /** A session in the place of one that ended; in an org that rotates refresh tokens the next one comes with it. */
    Map<String, Object> renewed(Request request, String refreshToken) {
        var kept = tokens.find(refreshToken);
        Users.requireActive(org, kept.userId());
        var answer = of(request, kept.userId(), kept.scope());
        if (rules.rotates()) {
            tokens.revoke(refreshToken);
            answer.put("refresh_token", open(kept.userId(), kept.scope()));
        }
        return answer;
    }

    private String open(String userId, String scope) {
        var token = "5Aep" + signIn.random();
        tokens.open(token, new RefreshTokens.Kept(userId, scope));
        return token;
    }

    /** The address of the document about a user. */
    String identity(Request request, String userId) {
        return address.seenBy(request) + "/id/" + org.orgId() + "/" + userId;
    }

    static List<String> scopes(String scope) {
        return List.of(scope.split("[ +]+"));
    }
}
