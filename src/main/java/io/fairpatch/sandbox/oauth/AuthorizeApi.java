package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Address;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Form;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.org.Org;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The web server and the user-agent flow: a page where a person signs in and from which the browser goes back to the
 * client, with a code in the address or with the token itself in its fragment; and what tells clients where everything
 * is.
 */
final class AuthorizeApi {
    private static final String AUTHORIZE = "/services/oauth2/authorize";
    private static final String TOKEN = "token";
    private static final Set<String> TYPES = Set.of("code", TOKEN);

    private final Org org;
    private final SignIn signIn;
    private final SignInPage page;
    private final RefreshTokens tokens;
    private final Grants grants;

    AuthorizeApi(Org org, SignIn signIn, SignInPage page, RefreshTokens tokens, Grants grants) {
        this.org = org;
        this.signIn = signIn;
        this.page = page;
        this.tokens = tokens;
        this.grants = grants;
    }

    void routes(Router router, Address address) {
        router.on("GET", AUTHORIZE, this::ask);
        router.on("POST", AUTHORIZE, this::approve);
        // where clients send the browser that have no address of their own
        router.on("GET", "/services/oauth2/success", request -> page.say("You may close this page"));
        router.on(
                "GET",
                "/.well-known/openid-configuration",
                request -> Response.json(discovery(address.seenBy(request))));
    }

    private Response ask(Request request) {
        var asked = request.query();
        checkClient(asked);
        if (!TYPES.contains(type(asked)) || !asked.containsKey("redirect_uri")) {
            throw new ApiException(
                    400, "invalid_request", "response_type must be code or token, and redirect_uri is required");
        }
        return page.askForUser(AUTHORIZE, asked);
    }

    private Response approve(Request request) throws IOException {
        var form = Form.parse(request.text());
        checkClient(form);
        var answer = new LinkedHashMap<String, Object>();
        try {
            answer.putAll(granted(request, form, page.userId(form)));
        } catch (OAuthError e) {
            answer.put("error", "access_denied");
            answer.put("error_description", String.valueOf(e.getMessage()));
        }
        if (form.containsKey("state")) {
            answer.put("state", Objects.requireNonNull(form.get("state")));
        }
        return Response.empty(302).with("Location", back(form) + Form.write(answer));
    }

    private Map<String, Object> granted(Request request, Map<String, String> form, String userId) {
        if (type(form).equals(TOKEN)) {
            return grants.renewable(request, userId, page.scope(form));
        }
        var code = signIn.random();
        var until = RefreshTokens.Code.until(org.clock().instant());
        tokens.add(
                code,
                new RefreshTokens.Code(
                        userId,
                        form.getOrDefault("redirect_uri", ""),
                        page.scope(form),
                        form.get("code_challenge"),
                        form.get("nonce"),
                        until));
        return Map.of("code", code);
    }

    /** The client's address as far as to where the answer begins. */
    private static String back(Map<String, String> form) {
        var redirect = form.getOrDefault("redirect_uri", "");
        return redirect + (type(form).equals(TOKEN) ? "#" : redirect.contains("?") ? "&" : "?");
    }

    private static String type(Map<String, String> asked) {
        return asked.getOrDefault("response_type", "");
    }

    private void checkClient(Map<String, String> asked) {
        if (!signIn.credentials().knows(asked.get("client_id"))) {
            throw new ApiException(400, "invalid_client_id", "client identifier invalid");
        }
    }

    private static Map<String, Object> discovery(String url) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("issuer", url);
        answer.put("authorization_endpoint", url + AUTHORIZE);
        answer.put("token_endpoint", url + "/services/oauth2/token");
        answer.put("revocation_endpoint", url + "/services/oauth2/revoke");
        answer.put("introspection_endpoint", url + "/services/oauth2/introspect");
        answer.put("userinfo_endpoint", url + "/services/oauth2/userinfo");
        answer.put("jwks_uri", url + "/id/keys");
        answer.put("scopes_supported", List.of("api", "id", "openid", "refresh_token", "profile", "email"));
        answer.put("response_types_supported", List.of("code", TOKEN));
        answer.put("subject_types_supported", List.of("public"));
        answer.put("id_token_signing_alg_values_supported", List.of("RS256"));
        answer.put("code_challenge_methods_supported", List.of("S256"));
        answer.put("token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"));
        return answer;
    }
}
