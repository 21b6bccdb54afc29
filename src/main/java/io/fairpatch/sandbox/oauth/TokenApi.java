package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Form;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.org.Org;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The token endpoint: client credentials and JWT bearer; and revocation. */
public final class TokenApi {
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final Org org;
    private final SignIn signIn;
    private final JwtKey key;
    private final String runAsUserId;
    private final Sessions sessions;
    private final SignInRules rules;

    /** @param runAsUserId the user that client credentials sign in */
    public TokenApi(Org org, SignIn signIn, JwtKey key, String runAsUserId, Sessions sessions, SignInRules rules) {
        this.org = org;
        this.signIn = signIn;
        this.key = key;
        this.runAsUserId = runAsUserId;
        this.sessions = sessions;
        this.rules = rules;
    }

    /** @param instanceUrl where the org is reached */
    public void routes(Router router, String instanceUrl) {
        router.on("POST", "/services/oauth2/token", request -> token(request, instanceUrl));
        router.on("POST", "/services/oauth2/revoke", this::revoke);
        router.on("GET", "/services/oauth2/revoke", this::revoke);
    }

    private Response token(Request request, String instanceUrl) throws IOException {
        try {
            var form = Form.parse(request.text());
            rules.check();
            var userId =
                    switch (form.getOrDefault("grant_type", "")) {
                        case "client_credentials" -> clientCredentials(request, form);
                        case JWT_BEARER -> jwtBearer(form);
                        default -> throw new OAuthError("unsupported_grant_type", "grant type not supported");
                    };
            return Response.json(grant(userId, instanceUrl));
        } catch (OAuthError e) {
            return e.response();
        }
    }

    private String clientCredentials(Request request, Map<String, String> form) {
        var id = form.getOrDefault("client_id", "");
        var secret = form.getOrDefault("client_secret", "");
        var authorization = Objects.requireNonNullElse(request.header("Authorization"), "");
        if (authorization.startsWith("Basic ")) {
            var parts = basic(authorization.substring("Basic ".length()));
            id = parts[0];
            secret = parts[1];
        }
        if (!signIn.credentials().clientId().equals(id)) {
            throw new OAuthError("invalid_client_id", "client identifier invalid");
        }
        if (!signIn.credentials().clientSecret().equals(secret)) {
            throw new OAuthError("invalid_client", "invalid client credentials");
        }
        return runAsUserId;
    }

    private static String[] basic(String encoded) {
        try {
            var pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            return (pair.contains(":") ? pair : pair + ":").split(":", 2);
        } catch (IllegalArgumentException e) {
            throw new OAuthError("invalid_client", "invalid client credentials");
        }
    }

    private String jwtBearer(Map<String, String> form) throws IOException {
        var assertion = JwtAssertion.check(
                form.getOrDefault("assertion", ""), key, org.clock().instant());
        if (!assertion.issuer().equals(signIn.credentials().clientId())) {
            throw new OAuthError("invalid_client_id", "client identifier invalid");
        }
        var users = org.table("User");
        var username = users.type().require("Username");
        var user = users.rows().stream()
                .filter(row -> row.text(username).equalsIgnoreCase(assertion.subject()))
                .findFirst()
                .orElseThrow(() -> new OAuthError("invalid_grant", "user hasn't approved this consumer"));
        if (!Boolean.TRUE.equals(user.get(users.type().require("IsActive")))) {
            throw new OAuthError("inactive_user", "user is inactive");
        }
        return user.id();
    }

    private Map<String, Object> grant(String userId, String instanceUrl) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", signIn.open(userId));
        answer.put("signature", Base64.getEncoder().encodeToString(userId.getBytes(StandardCharsets.UTF_8)));
        answer.put("scope", rules.scope());
        answer.put("instance_url", instanceUrl);
        answer.put("id", instanceUrl + "/id/" + org.orgId() + "/" + userId);
        answer.put("token_type", "Bearer");
        answer.put("issued_at", String.valueOf(org.clock().millis()));
        return answer;
    }

    private Response revoke(Request request) throws IOException {
        var token = request.method().equals("GET")
                ? request.param("token").orElse("")
                : Form.parse(request.text()).getOrDefault("token", "");
        return sessions.revoke(token)
                ? Response.empty(200)
                : new OAuthError("unsupported_token_type", "this token type is not supported").response();
    }
}
