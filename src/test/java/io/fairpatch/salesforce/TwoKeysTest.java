package io.fairpatch.salesforce;

import static io.fairpatch.salesforce.StubOrg.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.TestOrg;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While one key replaces another the org knows either; both must do. */
class TwoKeysTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_key_that_the_org_knows_signs_in_whichever_comes_first(boolean knownFirst)
            throws IOException, GeneralSecurityException {
        try (Sandbox sandbox = TestOrg.start(folder)) {
            var info = sandbox.info();
            var known = PemKey.file(Path.of(info.jwtKeyFile()));
            var unknown = PemKey.file(otherKey());
            var keys = knownFirst ? List.of(known, unknown) : List.of(unknown, known);
            var jwt = new SignIn.JwtBearer(info.clientId(), info.jwtUsername(), keys, null);

            var org = SalesforceOrg.connect(
                    SalesforceSettings.of(URI.create(info.instanceUrl()), jwt), Clock.systemUTC());

            assertThat(org.reader().identity().id().value()).isEqualTo(info.orgId());
        }
    }

    @Test
    void the_key_that_did_is_tried_first_the_next_time() throws IOException, GeneralSecurityException {
        try (var org = new StubOrg()) {
            var limits = "GET " + StubOrg.DATA + "/limits";
            var token = "POST /services/oauth2/token";
            var refused = StubOrg.answer(
                    400,
                    "{\"error\":\"invalid_grant\",\"error_description\":\"invalid assertion\"}",
                    "Content-Type",
                    "application/json");
            var granted = json("{\"access_token\":\"t\",\"instance_url\":\"" + org.url()
                    + "\",\"id\":\"https://login/id/00D000000000001EAA/005000000000001AAA\"}");
            org.on(token, refused, granted);
            org.on(limits, json("{}"));
            var first = PemKey.file(otherKey());
            var jwt = new SignIn.JwtBearer("app", "me@acme.example", List.of(first, PemKey.file(otherKey())), null);
            var connected = SalesforceOrg.connect(
                    SalesforceSettings.of(org.url(), jwt).withPace(StubOrg.pace()), Clock.systemUTC());

            connected.reader().limits();
            connected.consent().startAnew();
            connected.reader().limits();

            assertThat(org.requests(token)).hasSize(3);
        }
    }

    private Path otherKey() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return Files.writeString(Files.createTempFile(folder, "key", ".pem"), pem);
    }
}
