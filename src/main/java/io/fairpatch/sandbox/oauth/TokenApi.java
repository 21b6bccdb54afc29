package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Form;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.org.Org;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The token endpoint: client credentials, JWT bearer, name and password; and revocation. */
public final class TokenApi {
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final Org org;
    private final SignIn signIn;
    private final JwtKey key;
    private final String runAsUserId;
    private final Sessions sessions;
    private final SignInRules rules;
    private final Passwords passwords;
    private final RefreshTokens tokens = new RefreshTokens();
    private final IdToken idToken = new IdToken();

    /** @param runAsUserId the user that client credentials sign in */
    public TokenApi(
            Org org,
            SignIn signIn,
            JwtKey key,
            String runAsUserId,
            Sessions sessions,
            SignInRules rules,
            Passwords passwords) {
        this.org = org;
        this.signIn = signIn;
        this.key = key;
        this.runAsUserId = runAsUserId;
        this.sessions = sessions;
        this.rules = rules;
        this.passwords = passwords;
    }

    /** @param instanceUrl where the org is reached */
    public void routes(Router router, String instanceUrl) {
        router.on("POST", "/services/oauth2/token", request -> token(request, instanceUrl));
        router.on("POST", "/services/oauth2/introspect", this::introspect);
        new AuthorizeApi(org, signIn, rules, tokens, defaultUsername()).routes(router, instanceUrl);
        idToken.routes(router);
        router.on("POST", "/services/oauth2/revoke", this::revoke);
        router.on("GET", "/services/oauth2/revoke", this::revoke);
    }

    private String defaultUsername() {
        var users = org.table("User");
        return users.find(runAsUserId).orElseThrow().text(users.type().require("Username"));
    }

    private Response token(Request request, String instanceUrl) throws IOException {
        try {
            var form = Form.of(request);
            rules.check();
            return switch (form.getOrDefault("grant_type", "")) {
                case "client_credentials" -> {
                    checkClient(request, form, false);
                    Users.requireActive(org, runAsUserId);
                    yield Response.json(grant(runAsUserId, instanceUrl));
                }
                case JWT_BEARER -> Response.json(grant(jwtBearer(form), instanceUrl));
                case "password" -> {
                    checkClient(request, form, false);
                    yield Response.json(grant(password(form), instanceUrl));
                }
                case "authorization_code" -> code(request, form, instanceUrl);
                case "refresh_token" -> refresh(request, form, instanceUrl);
                default -> throw new OAuthError("unsupported_grant_type", "grant type not supported");
            };
        } catch (OAuthError e) {
            return e.response();
        }
    }

    private String password(Map<String, String> form) {
        try {
            return passwords.userId(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
        } catch (Passwords.Refused e) {
            throw new OAuthError("invalid_grant", "authentication failure");
        }
    }

    /**
     * The id of the client, which the org must know.
     *
     * @param open whether a client may come without its secret, as those do that cannot keep one
     */
    private String checkClient(Request request, Map<String, String> form, boolean open) {
        var id = form.getOrDefault("client_id", "");
        var secret = form.getOrDefault("client_secret", "");
        var authorization = Objects.requireNonNullElse(request.header("Authorization"), "");
        if (authorization.startsWith("Basic ")) {
            var parts = basic(authorization.substring("Basic ".length()));
            id = parts[0];
            secret = parts[1];
        }
        if (!signIn.credentials().knows(id)) {
            throw new OAuthError("invalid_client_id", "client identifier invalid");
        }
        if (!(open && secret.isEmpty()) && !signIn.credentials().clientSecret().equals(secret)) {
            throw new OAuthError("invalid_client", "invalid client credentials");
        }
        return id;
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
        return Users.active(org, assertion.subject());
    }

    private Response code(Request request, Map<String, String> form, String instanceUrl) {
        var client = checkClient(request, form, form.containsKey("code_verifier"));
        var code = tokens.redeem(form.getOrDefault("code", ""), org.clock().instant());
        if (!code.redirectUri().equals(form.getOrDefault("redirect_uri", ""))) {
            throw new OAuthError("redirect_uri_mismatch", "redirect_uri must match configuration");
        }
        if (code.challenge() != null && !code.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            throw new OAuthError("invalid_grant", "invalid code verifier");
        }
        var answer = grant(code.userId(), instanceUrl);
        renewable(answer, code.userId());
        var subject = instanceUrl + "/id/" + org.orgId() + "/" + code.userId();
        answer.put(
                "id_token",
                idToken.of(
                        instanceUrl,
                        subject,
                        client,
                        code.nonce(),
                        org.clock().instant().getEpochSecond()));
        return Response.json(answer);
    }

    private Response refresh(Request request, Map<String, String> form, String instanceUrl) {
        checkClient(request, form, !form.containsKey("client_secret"));
        var userId = tokens.use(form.getOrDefault("refresh_token", ""));
        Users.requireActive(org, userId);
        var answer = grant(userId, instanceUrl);
        renewable(answer, userId);
        return Response.json(answer);
    }

    private void renewable(Map<String, Object> answer, String userId) {
        var token = "5Aep" + signIn.random();
        tokens.open(token, userId);
        answer.put("refresh_token", token);
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }

    private Response introspect(Request request) throws IOException {
        try {
            var form = Form.of(request);
            checkClient(request, form, false);
            var token = form.getOrDefault("token", "");
            boolean active = sessions.knows(token) || tokens.knows(token);
            return Response.json(
                    active
                            ? Map.of(
                                    "active",
                                    true,
                                    "client_id",
                                    signIn.credentials().clientId(),
                                    "scope",
                                    rules.scope(),
                                    "token_type",
                                    sessions.knows(token) ? "access_token" : "refresh_token")
                            : Map.of("active", false));
        } catch (OAuthError e) {
            return e.response();
        }
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
        var token = Form.of(request).getOrDefault("token", "");
        return sessions.revoke(token) || tokens.revoke(token)
                ? Response.empty(200)
                : new OAuthError("unsupported_token_type", "this token type is not supported").response();
    }
}
