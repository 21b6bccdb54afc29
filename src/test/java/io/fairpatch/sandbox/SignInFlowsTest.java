package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.Form;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flows by which Data Loader signs a person in, of its versions 45 to 67, and the sf CLI on a machine without browser. */
class SignInFlowsTest {
    private static final String LOADER = "DataLoaderPartnerUI/";
    private static final String TOKEN = "/services/oauth2/token";
    private static final String AUTHORIZE = "/services/oauth2/authorize";
    private static final String BACK = "http://localhost:7171/OauthRedirect";
    private static final Pattern INPUT = Pattern.compile("<input id=\"(\\w+)\"[^>]* value=\"([^\"]*)\"");

    private static Sandbox sandbox;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path folder) {
        var config = new SandboxConfig("0.0.0.0", 0, false, 7, null, null, Duration.ofMillis(60), folder);
        sandbox = Sandbox.start(config, TestOrg.data(), Clock.systemUTC());
        client = new Client(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** Version 67 asks so, with a code it made up, which flows it may take; without these answers it takes none. */
    @ParameterizedTest
    @ValueSource(strings = {"DataLoaderPartnerUI/", "DataLoaderBulkUI/", "own"})
    void a_made_up_code_is_what_is_wrong_whether_or_not_a_secret_came(String id) throws IOException {
        var known = id.equals("own") ? sandbox.info().clientId() : id;
        var grant = "grant_type=authorization_code&code=dummy&redirect_uri=" + BACK + "&client_id=" + known;

        for (var more : new String[] {"", "&code_challenge=dummychallenge&code_challenge_method=S256"}) {
            assertThat(post(grant + more).path("error_description").asText()).isEqualTo("invalid authorization code");
        }
        assertThat(post("response_type=device_code&scope=api&client_id=" + known)
                        .has("error"))
                .isFalse();
    }

    /** What keeps no secret needs none; what asks for the API alone gets nothing to renew it with. */
    @Test
    void a_built_in_client_needs_no_secret_and_gets_the_scopes_it_asked_for() throws IOException {
        var grant = post("grant_type=authorization_code&client_id=" + LOADER + "&redirect_uri=" + BACK + "&code="
                + approved("code", "api").get("code"));

        assertThat(grant.path("scope").asText()).isEqualTo("api");
        assertThat(grant.has("refresh_token")).isFalse();
        assertThat(grant.has("id_token")).isFalse();
        assertSignedIn(grant.path("access_token").asText());
    }

    /** Versions before 48. */
    @Test
    void the_user_agent_flow_hands_the_token_over_in_the_fragment() throws IOException {
        var said = approved("token", "api refresh_token");

        assertThat(said).containsKeys("id", "issued_at", "signature", "token_type");
        assertThat(said.get("instance_url")).isEqualTo(sandbox.info().instanceUrl());
        assertThat(said.get("state")).isEqualTo("s");
        assertSignedIn(Objects.requireNonNull(said.get("access_token")));
        assertThat(client.get("/services/oauth2/success").statusCode()).isEqualTo(200);
        var renewal = "grant_type=refresh_token&client_id=" + LOADER + "&refresh_token=" + said.get("refresh_token");
        for (int i = 0; i < 2; i++) {
            var renewed = post(renewal);
            assertThat(renewed.has("refresh_token")).isFalse();
            assertSignedIn(renewed.path("access_token").asText());
        }
    }

    /** Versions 48 to 67; the sf CLI does the same but for the pages, which it leaves to the person. */
    @Test
    void the_device_flow_waits_until_the_code_was_typed_in() throws IOException {
        var asked = post("response_type=device_code&client_id=" + LOADER + "&scope=api");
        var code = asked.path("user_code").asText();
        var poll = "grant_type=device&client_id=" + LOADER + "&code="
                + asked.path("device_code").asText();
        var page = URI.create(asked.path("verification_uri").asText()).getPath();
        assertThat(asked.path("interval").isInt()).isTrue();
        assertThat(post(poll).path("error").asText()).isEqualTo("authorization_pending");

        var shown = client.send("POST", page + "?user_code=" + code, "=").body();
        var input = INPUT.matcher(shown);
        assertThat(input.find()).isTrue();
        var sent = client.send("POST", page, "save=Connect&" + input.group(1) + "=" + input.group(2));
        assertThat(sent.statusCode()).isEqualTo(302);
        var approval = URI.create(sent.headers().firstValue("Location").orElseThrow());
        assertThat(client.get(approval.getPath() + "?" + approval.getQuery()).body())
                .contains(code);
        assertThat(client.send("POST", approval.getPath(), "user_code=nonsense&username=" + username())
                        .body())
                .contains("not valid");
        client.send("POST", approval.getPath(), "user_code=" + code + "&username=" + username());

        assertSignedIn(post(poll).path("access_token").asText());
        assertThat(post(poll).path("error").asText()).isEqualTo("invalid_grant");
    }

    /** An org that listens everywhere has no address of its own: clients of other machines would not find it. */
    @Test
    void each_client_is_told_the_address_it_came_by() throws IOException {
        var info = sandbox.info();
        var port = URI.create(info.instanceUrl()).getPort();
        assertThat(info.instanceUrl()).isEqualTo("http://localhost:" + port);
        var other = new Client(sandbox, "http://127.0.0.1:" + port);

        var grant = other.json("POST", TOKEN, credentials());

        assertThat(grant.path("instance_url").asText()).isEqualTo("http://127.0.0.1:" + port);
        assertThat(grant.path("id").asText()).startsWith("http://127.0.0.1:" + port + "/id/00D");
        assertThat(other.json("GET", Client.DATA, "").path("identity").asText()).startsWith("http://127.0.0.1:");
    }

    /** Clients that verify who signed in reckon the signature themselves. */
    @Test
    void the_identity_is_signed_with_the_secret_of_the_client() throws Exception {
        var grant = post(credentials());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(sandbox.info().clientSecret().getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
        var signed = grant.path("id").asText() + grant.path("issued_at").asText();

        assertThat(grant.path("signature").asText())
                .isEqualTo(Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void a_token_comes_in_the_format_that_the_client_asks_for() throws IOException {
        var xml = client.send("POST", TOKEN, credentials() + "&format=xml").body();
        var form = Form.parse(
                client.send("POST", TOKEN, credentials() + "&format=urlencoded").body());
        var refused = client.send("POST", TOKEN, "grant_type=none", "Accept", "application/xml");
        var read = client.send("GET", TOKEN + "?" + credentials(), "");

        assertThat(xml).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?><OAuth><access_token>00D");
        assertSignedIn(Objects.requireNonNull(form.get("access_token")));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("<error>unsupported_grant_type</error>");
        assertThat(read.statusCode()).isEqualTo(400);
        assertThat(read.body()).contains("\"must use HTTP POST\"");
    }

    @Test
    void introspection_tells_whose_a_token_is_and_how_long_it_is_good() throws IOException {
        var grant = post(credentials());
        var asked = client.json(
                "POST",
                "/services/oauth2/introspect",
                credentials() + "&token=" + grant.path("access_token").asText());

        assertThat(asked.path("username").asText()).isEqualTo(username());
        assertThat(asked.path("sub")).isEqualTo(grant.path("id"));
        long issued = grant.path("issued_at").asLong() / 1000;
        assertThat(asked.path("iat").asLong()).isBetween(issued - 1, issued);
        assertThat(asked.path("exp").asLong()).isGreaterThan(issued);
    }

    @Test
    void a_statement_meant_for_somebody_else_signs_nobody_in() throws Exception {
        for (var ours : List.of("https://login.salesforce.com", "https://test.salesforce.com/", "http://localhost:1")) {
            assertThat(post(statement(ours)).has("access_token")).as(ours).isTrue();
        }
        for (var other : List.of("https://login.example.com", "https://salesforce.com.example", "")) {
            assertThat(post(statement(other)).path("error_description").asText())
                    .as(other)
                    .isEqualTo("audience is invalid");
        }
    }

    private static String statement(String audience) throws GeneralSecurityException, IOException {
        var info = sandbox.info();
        var claims = "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%d}"
                .formatted(
                        info.clientId(),
                        info.jwtUsername(),
                        audience,
                        Instant.now().plusSeconds(60).getEpochSecond());
        var text = base64("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        var pem = Files.readString(Path.of(info.jwtKeyFile())).replaceAll("-----[A-Z ]+-----|\\s", "");
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=" + text + "."
                + base64(signature.sign());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String credentials() {
        var info = sandbox.info();
        return "grant_type=client_credentials&client_id=" + info.clientId() + "&client_secret=" + info.clientSecret();
    }

    private static Map<String, String> approved(String type, String scope) throws IOException {
        var form = "response_type=" + type + "&client_id=" + LOADER + "&redirect_uri=" + BACK + "&display=popup&state=s"
                + "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8);
        assertThat(client.get(AUTHORIZE + "?" + form).body()).contains("<form method=\"post\"");
        var back = client.send("POST", AUTHORIZE, form + "&username=" + username())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(back).startsWith(BACK + (type.equals("token") ? "#" : "?"));
        return Form.parse(back.substring(BACK.length() + 1));
    }

    private static String username() {
        return sandbox.info().jwtUsername();
    }

    private static void assertSignedIn(String token) throws IOException {
        assertThat(client.get(Client.DATA + "/limits", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
    }

    private static JsonNode post(String form) throws IOException {
        return client.json("POST", TOKEN, form);
    }
}
