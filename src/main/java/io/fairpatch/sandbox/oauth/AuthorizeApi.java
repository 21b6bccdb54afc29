package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Form;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Org;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The web server flow: a page where a person signs in, and what tells clients where everything is. */
public final class AuthorizeApi {
    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sandbox sign-in</title></head>
            <body><main><h1>Sign in to the sandbox org</h1>
            <form method="post" action="/services/oauth2/authorize">%s
            <label>User name <input name="username" value="%s" autofocus></label>
            <button type="submit">Sign in and allow access</button></form></main></body></html>
            """;

    private final Org org;
    private final SignIn signIn;
    private final SignInRules rules;
    private final RefreshTokens tokens;
    private final String defaultUsername;

    AuthorizeApi(Org org, SignIn signIn, SignInRules rules, RefreshTokens tokens, String defaultUsername) {
        this.org = org;
        this.signIn = signIn;
        this.rules = rules;
        this.tokens = tokens;
        this.defaultUsername = defaultUsername;
    }

    void routes(Router router, String instanceUrl) {
        router.on("GET", "/services/oauth2/authorize", this::page);
        router.on("POST", "/services/oauth2/authorize", this::approve);
        router.on("GET", "/.well-known/openid-configuration", request -> Response.json(discovery(instanceUrl)));
    }

    private Response page(Request request) {
        var asked = request.query();
        checkClient(asked);
        if (!asked.getOrDefault("response_type", "").equals("code") || !asked.containsKey("redirect_uri")) {
            throw new ApiException(400, "invalid_request", "response_type must be code, and redirect_uri is required");
        }
        var hidden = asked.entrySet().stream()
                .map(each -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(attribute(each.getKey()), attribute(each.getValue())))
                .collect(Collectors.joining());
        return Response.text(200, "text/html;charset=UTF-8", PAGE.formatted(hidden, attribute(defaultUsername)));
    }

    private Response approve(Request request) throws IOException {
        var form = Form.parse(request.text());
        checkClient(form);
        var redirect = form.getOrDefault("redirect_uri", "");
        var answer = new LinkedHashMap<String, String>();
        try {
            rules.check();
            var userId = Users.active(org, form.getOrDefault("username", ""));
            var code = signIn.random();
            tokens.add(
                    code,
                    userId,
                    redirect,
                    form.get("code_challenge"),
                    form.get("nonce"),
                    org.clock().instant());
            answer.put("code", code);
        } catch (OAuthError e) {
            answer.put("error", "access_denied");
            answer.put("error_description", String.valueOf(e.getMessage()));
        }
        if (form.containsKey("state")) {
            answer.put("state", Objects.requireNonNull(form.get("state")));
        }
        var query = answer.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Response.empty(302).with("Location", redirect + (redirect.contains("?") ? "&" : "?") + query);
    }

    private void checkClient(Map<String, String> asked) {
        if (!signIn.credentials().knows(asked.get("client_id"))) {
            throw new ApiException(400, "invalid_client_id", "client identifier invalid");
        }
    }

    private Map<String, Object> discovery(String url) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("issuer", url);
        answer.put("authorization_endpoint", url + "/services/oauth2/authorize");
        answer.put("token_endpoint", url + "/services/oauth2/token");
        answer.put("revocation_endpoint", url + "/services/oauth2/revoke");
        answer.put("introspection_endpoint", url + "/services/oauth2/introspect");
        answer.put("userinfo_endpoint", url + "/services/oauth2/userinfo");
        answer.put("jwks_uri", url + "/id/keys");
        answer.put("scopes_supported", List.of("api", "id", "openid", "refresh_token", "profile", "email"));
        answer.put("response_types_supported", List.of("code"));
        answer.put("subject_types_supported", List.of("public"));
        answer.put("id_token_signing_alg_values_supported", List.of("RS256"));
        answer.put("code_challenge_methods_supported", List.of("S256"));
        answer.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
        return answer;
    }

    private static String attribute(String text) {
        return Xml.escape(text).replace("\"", "&quot;");
    }
}
