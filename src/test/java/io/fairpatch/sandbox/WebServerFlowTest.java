package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person signs in on a page, with PKCE; the client then renews by itself. */
class WebServerFlowTest extends OrgOfItsOwn {
    private static final String REDIRECT = "http://localhost:1717/callback";
    /** The pair of appendix B of RFC 7636. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private String clientId = "";

    /** Client of an app that was made for it; the second is the sf CLI, which every org knows. */
    @ParameterizedTest
    @ValueSource(strings = {"", "PlatformCLI"})
    void a_code_is_good_once_and_only_with_its_verifier_and_refresh_tokens_may_rotate(String builtIn)
            throws IOException {
        client.done("POST", "/__sandbox/state", "{\"kind\":\"refresh-token-rotation\"}");
        clientId = builtIn.isEmpty() ? sandbox.info().clientId() : builtIn;
        assertThat(token("authorization_code", "code", code(), "redirect_uri", REDIRECT, "code_verifier", "wrong")
                        .path("error")
                        .asText())
                .isEqualTo("invalid_grant");

        var code = code();
        var grant = token("authorization_code", "code", code, "redirect_uri", REDIRECT, "code_verifier", VERIFIER);
        assertThat(grant.path("id_token").asText()).contains(".");
        assertThat(token("authorization_code", "code", code, "redirect_uri", REDIRECT, "code_verifier", VERIFIER)
                        .path("error")
                        .asText())
                .isEqualTo("invalid_grant");

        var first = grant.path("refresh_token").asText();
        var renewed = token("refresh_token", "refresh_token", first);
        assertThat(renewed.path("access_token").asText())
                .isNotEmpty()
                .isNotEqualTo(grant.path("access_token").asText());
        assertThat(token("refresh_token", "refresh_token", first)
                        .path("error_description")
                        .asText())
                .isEqualTo("expired access/refresh token");
        assertThat(client.get(
                                "/services/data/v67.0/limits",
                                "Authorization",
                                "Bearer " + renewed.path("access_token").asText())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void clients_learn_where_everything_is() throws IOException {
        var found = client.json("GET", "/.well-known/openid-configuration", "");
        assertThat(found.path("token_endpoint").asText()).endsWith("/services/oauth2/token");
        assertThat(client.get("/id/keys").body()).contains("\"kty\":\"RSA\"");
        var page = client.get("/services/oauth2/authorize?response_type=code&client_id="
                + sandbox.info().clientId() + "&redirect_uri=" + REDIRECT);
        assertThat(page.body()).contains("<form method=\"post\"", sandbox.info().jwtUsername());
    }

    private String code() throws IOException {
        var form = form(
                "response_type",
                "code",
                "client_id",
                clientId,
                "redirect_uri",
                REDIRECT,
                "state",
                "s",
                "code_challenge",
                CHALLENGE,
                "username",
                sandbox.info().jwtUsername());
        var answer = client.send("POST", "/services/oauth2/authorize", form);
        var query = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getQuery();
        assertThat(query).endsWith("&state=s");
        return query.replaceFirst("code=([^&]*).*", "$1");
    }

    private JsonNode token(String grant, String... values) throws IOException {
        return client.json(
                "POST",
                "/services/oauth2/token",
                form("grant_type", grant, "client_id", clientId) + "&" + form(values));
    }

    private static String form(String... values) {
        return Arrays.stream(values)
                .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                .collect(Collectors.joining("=", "", ""))
                .replaceAll("([^=]*)=([^=]*)=", "$1=$2&");
    }
}
