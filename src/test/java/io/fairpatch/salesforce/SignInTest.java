package io.fairpatch.salesforce;

import static io.fairpatch.salesforce.StubOrg.DATA;
import static io.fairpatch.salesforce.StubOrg.error;
import static io.fairpatch.salesforce.StubOrg.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.OrgLimit;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest extends OnStubOrg {
    private static final String TOKEN = "POST /services/oauth2/token";
    private static final String LIMITS = "GET " + DATA + "/limits";

    @Test
    void client_credentials_are_sent_and_the_newest_known_version_is_pinned() {
        org.on(LIMITS, json("{\"DailyApiRequests\":{\"Max\":15000,\"Remaining\":14998}}"));
        var reader = org.connect().reader();

        assertThat(reader.limits()).containsEntry("DailyApiRequests", new OrgLimit(15_000, 14_998));
        assertThat(reader.limits()).hasSize(1);

        assertThat(org.requests(TOKEN)).singleElement().satisfies(call -> assertThat(
                        call.body().split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=client_credentials", "client_id=app", "client_secret=" + StubOrg.SECRET));
        assertThat(org.requests("GET /services/data")).hasSize(1);
    }

    @Test
    void many_threads_that_find_the_session_expired_sign_in_once() {
        org.on(LIMITS, json("{}"));
        var reader = org.connect().reader();
        reader.limits();
        org.on(LIMITS, exchange -> (exchange.getRequestHeaders()
                                .getFirst("Authorization")
                                .equals("Bearer token-1")
                        ? error(401, "INVALID_SESSION_ID", "Session expired or invalid")
                        : json("{}"))
                .send(exchange));

        IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.runAsync(reader::limits))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(org.requests(TOKEN)).hasSize(2);
    }

    @Test
    void a_secret_that_was_changed_meanwhile_is_the_one_that_signs_in_next() {
        org.on(LIMITS, error(401, "INVALID_SESSION_ID", "Session expired or invalid"), json("{}"));
        var secrets = List.of("first", "second").iterator();
        var settings = SalesforceSettings.of(org.url(), new SignIn.ClientCredentials("app", secrets::next));

        SalesforceOrg.connect(settings, Clock.systemUTC()).reader().limits();

        assertThat(org.requests(TOKEN))
                .extracting(StubOrg.Request::body)
                .satisfiesExactly(body -> assertThat(body).contains("client_secret=first"), body -> assertThat(body)
                        .contains("client_secret=second"));
    }

    @Test
    void a_401_that_is_no_expiry_does_not_renew() {
        org.on(LIMITS, error(401, "INVALID_SESSION_ID", "This session is not valid for use with the REST API"));

        assertThat(failure(org.connect()).code()).isEqualTo(ErrorCode.ORG_SIGN_IN);
        assertThat(org.requests(TOKEN)).hasSize(1);
    }

    @Test
    void a_session_that_expires_again_at_once_is_given_up() {
        org.on(LIMITS, error(401, "INVALID_SESSION_ID", "Session expired or invalid"));

        assertThat(failure(org.connect()).code()).isEqualTo(ErrorCode.ORG_SIGN_IN);
        assertThat(org.requests(TOKEN)).hasSize(2);
        assertThat(org.requests(LIMITS)).hasSize(2);
    }

    @Test
    void a_new_session_of_another_org_is_refused_until_somebody_asks_which_org_answers() {
        org.on(LIMITS, json("{}"));
        var reader = org.connect().reader();
        reader.limits();
        org.on(
                TOKEN,
                json("{\"access_token\":\"copy\",\"id\":\"https://login/id/00D000000000002EAA/005000000000001AAA\"}"));
        org.on(LIMITS, forTheCopyOnly("{}"));
        org.on(
                "GET " + DATA + "/query",
                forTheCopyOnly("{\"records\":[{\"Id\":\"00D000000000002EAA\",\"Name\":\"Copy\",\"IsSandbox\":true}]}"));

        for (int again = 0; again < 2; again++) {
            var refusal = catchThrowableOfType(FairpatchException.class, reader::limits);
            assertThat(refusal.code()).isEqualTo(ErrorCode.ORG_SIGN_IN);
            assertThat(refusal).hasMessageContaining("wanted 00D000000000001EAA, got 00D000000000002EAA");
        }
        assertThat(reader.identity().name()).isEqualTo("Copy");
        assertThat(reader.limits()).isEmpty();
    }

    private static StubOrg.Answer forTheCopyOnly(String json) {
        return exchange -> (exchange.getRequestHeaders()
                                .getFirst("Authorization")
                                .equals("Bearer copy")
                        ? json(json)
                        : error(401, "INVALID_SESSION_ID", "Session expired or invalid"))
                .send(exchange);
    }

    @Test
    void a_refused_sign_in_names_the_orgs_reason_and_no_secret() {
        org.on(
                TOKEN,
                StubOrg.answer(
                        400,
                        "{\"error\":\"invalid_client\",\"error_description\":\"invalid client credentials\"}",
                        "Content-Type",
                        "application/json"));

        var problem = failure(org.connect());

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_SIGN_IN);
        assertThat(problem)
                .hasMessageContaining("invalid_client")
                .hasMessageContaining("invalid client credentials")
                .hasMessageContaining("Maybe");
        assertThat(problem.getMessage()).doesNotContain(StubOrg.SECRET);
        assertThat(org.requests(TOKEN)).hasSize(1);
    }

    @Test
    void a_given_token_is_used_and_its_end_is_told_without_showing_it() {
        org.on(LIMITS, error(401, "INVALID_SESSION_ID", "Session expired or invalid"));
        var settings = SalesforceSettings.of(org.url(), new SignIn.AccessToken("00D!secret"));

        var problem = failure(SalesforceOrg.connect(settings, Clock.systemUTC()));

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_SIGN_IN);
        assertThat(problem.getMessage() + settings).doesNotContain("00D!secret");
        assertThat(org.requests(LIMITS)).singleElement().satisfies(call -> assertThat(call.token())
                .isEqualTo("Bearer 00D!secret"));
    }

    @Test
    void an_org_with_only_old_versions_is_refused() {
        org.on("GET /services/data", json("[{\"version\":\"58.0\"}]"));

        assertThat(failure(org.connect())).hasMessageContaining("60.0").hasMessageContaining("67.0");
    }

    @Test
    void a_jwt_assertion_is_signed_with_the_key(@TempDir Path folder) throws IOException, GeneralSecurityException {
        var pair = keyPair();
        var file = Files.writeString(
                folder.resolve("app.key"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        var signIn = new SignIn.JwtBearer("app", "integration@acme.example", file, null);

        var assertion = JwtAssertion.sign(
                signIn,
                signIn.keys().get(0),
                URI.create("https://login.salesforce.com/"),
                Instant.ofEpochSecond(1_000));
        int dot = assertion.indexOf('.');
        int signature = assertion.lastIndexOf('.');

        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(pair.getPublic());
        verifier.update(assertion.substring(0, signature).getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(assertion.substring(signature + 1))))
                .isTrue();
        var claims = Json.parse(new String(
                Base64.getUrlDecoder().decode(assertion.substring(dot + 1, signature)), StandardCharsets.UTF_8));
        assertThat(claims)
                .isEqualTo(Json.parse("{\"iss\":\"app\",\"sub\":\"integration@acme.example\","
                        + "\"aud\":\"https://login.salesforce.com\",\"exp\":1180}"));
    }

    @Test
    void an_unusable_key_says_how_to_convert_it(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("app.key"), "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n");
        var settings = SalesforceSettings.of(org.url(), new SignIn.JwtBearer("app", "me@acme.example", file, null));

        var problem = failure(SalesforceOrg.connect(settings, Clock.systemUTC()));

        assertThat(problem.code()).isEqualTo(ErrorCode.ORG_SIGN_IN);
        assertThat(problem).hasMessageContaining("app.key").hasMessageContaining("Maybe convert it: openssl pkcs8");
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static FairpatchException failure(SalesforceOrg salesforce) {
        return catchThrowableOfType(
                FairpatchException.class, () -> salesforce.reader().limits());
    }
}
