package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Address;
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
import java.util.List;
import java.util.Map;

/** The token endpoint: every flow ends here; and revocation. */
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
    private final Grants grants;
    private final Address address;
    private final DeviceCodes devices;

    /**
     * @param runAsUserId the user that client credentials sign in
     * @param address where the org is reached
     */
    public TokenApi(
            Org org,
            SignIn signIn,
            JwtKey key,
            String runAsUserId,
            Sessions sessions,
            SignInRules rules,
            Passwords passwords,
            Address address) {
        this.org = org;
        this.signIn = signIn;
        this.key = key;
        this.runAsUserId = runAsUserId;
        this.sessions = sessions;
        this.rules = rules;
        this.passwords = passwords;
        this.address = address;
        this.grants = new Grants(org, signIn, rules, tokens, address);
        this.devices = new DeviceCodes(signIn, org.clock());
    }

    public void routes(Router router) {
        router.on("POST", "/services/oauth2/token", this::token);
        router.on("GET", "/services/oauth2/token", this::token);
        new IntrospectApi(org, signIn.credentials(), sessions, tokens, grants, rules).routes(router);
        var page = new SignInPage(org, rules, defaultUsername());
        new AuthorizeApi(org, signIn, page, tokens, grants).routes(router, address);
        new DeviceApi(page, devices, address).routes(router);
        idToken.routes(router);
        for (var method : List.of("GET", "POST")) {
            router.on(method, "/services/oauth2/revoke", this::revoke);
        }
    }

    private String defaultUsername() {
        var users = org.table("User");
        return users.find(runAsUserId).orElseThrow().text(users.type().require("Username"));
    }

    private Response token(Request request) throws IOException {
        var form = Form.of(request);
        try {
            return TokenAnswer.of(request, form, 200, granted(request, form));
        } catch (OAuthError e) {
            return TokenAnswer.of(request, form, OAuthError.STATUS, e.members());
        }
    }

    private Map<String, Object> granted(Request request, Map<String, String> form) throws IOException {
        if (!request.method().equals("POST")) {
            throw new OAuthError("invalid_request", "must use HTTP POST");
        }
        rules.check();
        return form.getOrDefault("response_type", "").equals("device_code")
                ? deviceCode(request, form)
                : grant(request, form);
    }

    private Map<String, Object> grant(Request request, Map<String, String> form) throws IOException {
        return switch (form.getOrDefault("grant_type", "")) {
            case "client_credentials" -> {
                client(request, form).proven();
                Users.requireActive(org, runAsUserId);
                yield grants.of(request, runAsUserId);
            }
            case JWT_BEARER -> grants.of(request, jwtBearer(request, form));
            case "password" -> {
                client(request, form).proven();
                yield grants.of(request, password(form));
            }
            case "authorization_code" -> code(request, form);
            case "refresh_token" -> {
                client(request, form).proven(true);
                yield grants.renewed(request, form.getOrDefault("refresh_token", ""));
            }
            case "device" -> device(request, form);
            default -> throw new OAuthError("unsupported_grant_type", "grant type not supported");
        };
    }

    private Client client(Request request, Map<String, String> form) {
        return Client.of(signIn.credentials(), request, form);
    }

    private String password(Map<String, String> form) {
        try {
            return passwords.userId(form.getOrDefault("username", ""), form.getOrDefault("password", ""));
        } catch (Passwords.Refused e) {
            throw new OAuthError("invalid_grant", "authentication failure");
        }
    }

    private String jwtBearer(Request request, Map<String, String> form) throws IOException {
        var assertion = JwtAssertion.check(
                form.getOrDefault("assertion", ""), key, org.clock().instant(), new Audience(address, request));
        if (!assertion.issuer().equals(signIn.credentials().clientId())) {
            throw new OAuthError("invalid_client_id", "client identifier invalid");
        }
        return Users.active(org, assertion.subject());
    }

    /** The code is looked at before the secret: Data Loader finds out by a code it made up which flows are open to it. */
    private Map<String, Object> code(Request request, Map<String, String> form) {
        var client = client(request, form);
        var code = tokens.redeem(form.getOrDefault("code", ""), org.clock().instant());
        client.proven(form.containsKey("code_verifier"));
        if (!code.redirectUri().equals(form.getOrDefault("redirect_uri", ""))) {
            throw new OAuthError("redirect_uri_mismatch", "redirect_uri must match configuration");
        }
        if (code.challenge() != null && !code.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            throw new OAuthError("invalid_grant", "invalid code verifier");
        }
        var answer = grants.renewable(request, code.userId(), code.scope());
        if (Grants.scopes(code.scope()).contains("openid")) {
            var subject = grants.identity(request, code.userId());
            long now = org.clock().instant().getEpochSecond();
            answer.put("id_token", idToken.of(address.seenBy(request), subject, client.id(), code.nonce(), now));
        }
        return answer;
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }

    private Map<String, Object> deviceCode(Request request, Map<String, String> form) {
        client(request, form).proven(true);
        var asked = devices.ask(rules.scope(form.get("scope")));
        return Map.of(
                "device_code",
                asked.deviceCode(),
                "user_code",
                asked.userCode(),
                "verification_uri",
                address.seenBy(request) + DeviceApi.PAGE,
                "interval",
                DeviceCodes.SECONDS_BETWEEN_POLLS);
    }

    private Map<String, Object> device(Request request, Map<String, String> form) {
        client(request, form).proven(true);
        var approved = devices.redeem(form.getOrDefault("code", ""));
        return grants.renewable(request, approved.userId(), approved.scope());
    }

    private Response revoke(Request request) throws IOException {
        var token = Form.of(request).getOrDefault("token", "");
        return sessions.revoke(token) || tokens.revoke(token)
                ? Response.empty(200)
                : new OAuthError("unsupported_token_type", "this token type is not supported").response();
    }
}
