package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Form;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.org.Org;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells a client whether a token is good, for what, and whose it is. */
final class IntrospectApi {
    /** How long a session lasts that nobody uses, unless an org says otherwise; here each question counts as use. */
    private static final Duration UNUSED = Duration.ofHours(2);

    private final Org org;
    private final Credentials credentials;
    private final Sessions sessions;
    private final RefreshTokens tokens;
    private final Grants grants;
    private final SignInRules rules;

    IntrospectApi(
            Org org,
            Credentials credentials,
            Sessions sessions,
            RefreshTokens tokens,
            Grants grants,
            SignInRules rules) {
        this.org = org;
        this.credentials = credentials;
        this.sessions = sessions;
        this.tokens = tokens;
        this.grants = grants;
        this.rules = rules;
    }

    void routes(Router router) {
        router.on("POST", "/services/oauth2/introspect", this::introspect);
    }

    private Response introspect(Request request) throws IOException {
        try {
            var form = Form.of(request);
            Client.of(credentials, request, form).proven();
            return Response.json(told(request, form.getOrDefault("token", "")));
        } catch (OAuthError e) {
            return e.response();
        }
    }

    private Map<String, ?> told(Request request, String token) {
        if (sessions.knows(token)) {
            var answer = active(request, sessions.ofToken(token), rules.scope(), "access_token");
            long since = sessions.since(token).getEpochSecond();
            answer.put("iat", since);
            answer.put("nbf", since);
            answer.put("exp", org.clock().instant().plus(UNUSED).getEpochSecond());
            return answer;
        }
        if (tokens.knows(token)) {
            var kept = tokens.find(token);
            return active(request, kept.userId(), kept.scope(), "refresh_token");
        }
        return Map.of("active", false);
    }

    private Map<String, Object> active(Request request, String userId, String scope, String type) {
        var users = org.table("User");
        var answer = new LinkedHashMap<String, Object>();
        answer.put("active", true);
        answer.put("scope", scope);
        answer.put("client_id", credentials.clientId());
        answer.put(
                "username", users.find(userId).orElseThrow().text(users.type().require("Username")));
        answer.put("sub", grants.identity(request, userId));
        answer.put("token_type", type);
        return answer;
    }
}
