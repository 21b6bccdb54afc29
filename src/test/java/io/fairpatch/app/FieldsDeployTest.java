package io.fairpatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.app.practice.PracticeOrg;
import io.fairpatch.config.ShippedConfig;
import io.fairpatch.sandbox.KeptKey;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import io.fairpatch.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fields come into an org that has none: shown first, sent once, there afterwards. */
class FieldsDeployTest {
    private static final String DATA = "/services/data/v66.0";
    private static final String TOOLING = DATA + "/tooling";

    @TempDir
    private Path home;

    private Sandbox org;

    @BeforeEach
    void start() {
        var config = new SandboxConfig(
                        "127.0.0.1", 0, false, 5, null, null, Duration.ofMillis(20), KeptKey.in(home.resolve("state")))
                .withoutInstall();
        org = Sandbox.start(
                config, new PracticeOrg(20, 2, null, 5, LocalDate.of(2026, 6, 1)).load(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        org.close();
    }

    @Test
    void shown_sent_and_then_there_without_a_record_being_touched() throws IOException, InterruptedException {
        var shell = shell("");
        var shown = shell.run("fields", "deploy", "--dry-run", "--json");
        assertThat(shown.code()).as(shown.err()).isEqualTo(3);
        assertThat(StreamSupport.stream(shown.json().path("changes").spliterator(), false)
                        .filter(change -> change.path("kind").asText().equals("FIELD"))
                        .filter(change -> change.path("what").asText().startsWith("Account.")))
                .hasSize(7);
        assertThat(shell.run("fields", "deploy", "--dry-run").code()).isEqualTo(3);

        var unasked = shell.run("fields", "deploy");
        assertThat(unasked.code()).isEqualTo(2);
        assertThat(unasked.err()).contains("--yes").contains("+ field");

        var user = org.info().jwtUsername();
        var sent = shell.run("fields", "deploy", "--yes", "--assign", user, "--json");
        assertThat(sent.code()).as(sent.err()).isZero();
        assertThat(sent.json().path("deployed").asBoolean()).isTrue();
        assertThat(sent.json().path("pending").asInt()).isZero();

        var again = shell.run("fields", "deploy", "--dry-run");
        assertThat(again.code()).as(again.out()).isZero();
        assertThat(shell.run("fields", "deploy", "--yes", "--assign", user).code())
                .isZero();
        assertThat(log()).doesNotContain("\"Account\"");

        assertLeftAsAdminsMadeIt(shell);
        var doctor = shell.run("doctor", "--json").json();
        assertThat(StreamSupport.stream(doctor.path("checks").spliterator(), false)
                        .filter(check -> check.path("id").asText().matches("written-.*|edit-rights|permission-set"))
                        .map(check -> check.path("state").asText()))
                .hasSize(4)
                .containsOnly("PASS");
    }

    /** A field that an admin made longer and named anew stays so; one that can't do is shown before anything is sent. */
    private void assertLeftAsAdminsMadeIt(Shell shell) throws IOException, InterruptedException {
        var id = call("GET", TOOLING + "/query?q=SELECT+Id+FROM+CustomField+WHERE+DeveloperName=%27Territory%27", "")
                .at("/records/0/Id")
                .asText();
        var ours = "{\"Metadata\":{\"label\":\"Patch\",\"type\":\"Text\",\"length\":120}}";
        call("PATCH", TOOLING + "/sobjects/CustomField/" + id, ours);

        assertThat(shell.run("fields", "deploy", "--again", "--yes").code()).isZero();

        assertThat(territory().path("label").asText()).isEqualTo("Patch");
        assertThat(territory().path("length").asInt()).isEqualTo(120);
        call("POST", "/__sandbox/state", state("\"type\":\"string\",\"length\":\"10\""));
        var shown = shell.run("fields", "deploy", "--dry-run");
        assertThat(shown.code()).isEqualTo(3);
        assertThat(shown.out())
                .contains(
                        "Account.Territory_Score__c  Number (Territory Score), where the org has a field of type string"
                                + " of 10");
        call("DELETE", "/__sandbox/state", "");
    }

    private static String state(String params) {
        return "{\"kind\":\"field\",\"params\":{\"field\":\"Territory_Score__c\"," + params + "}}";
    }

    private JsonNode territory() throws IOException, InterruptedException {
        var fields = call("GET", DATA + "/sobjects/Account/describe", "").path("fields");
        return StreamSupport.stream(fields.spliterator(), false)
                .filter(field -> field.path("name").asText().equals("Territory__c"))
                .findFirst()
                .orElseThrow();
    }

    /** What the documents tell a new company to do, with a standard field of its own in the mapping. */
    @Test
    void a_user_with_the_permission_set_alone_may_read_all_that_is_mapped() throws IOException, InterruptedException {
        var config = ShippedConfigCopy.in(home.resolve("config"));
        var mapping = config.resolve("mapping.yml");
        Files.writeString(mapping, Files.readString(mapping).replace("type: Type", "type: Rating"));
        var shell = shell(config.toString());
        shell.run("fields", "deploy", "--yes", "--assign", org.info().jwtUsername());
        send("POST", "/__sandbox/state", "{\"kind\":\"minimum-access\"}");

        var doctor = shell.run("doctor", "--json").json();

        assertThat(StreamSupport.stream(doctor.path("checks").spliterator(), false)
                        .filter(check -> check.path("id").asText().startsWith("read-rights"))
                        .map(check -> check.path("what").asText()))
                .containsExactly(
                        "No mapped field of Account is hidden from the user.",
                        "No mapped field of Opportunity is hidden from the user.",
                        "No mapped field of User is hidden from the user.");
    }

    @Test
    void names_follow_the_mapping() throws IOException {
        var config = ShippedConfigCopy.in(home.resolve("config"));
        var mapping = config.resolve("mapping.yml");
        Files.writeString(
                mapping, Files.readString(mapping).replace("territory: Territory__c", "territory: Sales_Region__c"));

        var shown = shell(config.toString()).run("fields", "deploy", "--dry-run");

        assertThat(shown.code()).as(shown.err()).isEqualTo(3);
        assertThat(shown.out()).contains("Account.Sales_Region__c").doesNotContain("Account.Territory__c ");
    }

    @Test
    void an_org_that_the_policy_does_not_mean_is_never_changed() throws IOException {
        var config = ShippedConfigCopy.in(home.resolve("config"));
        var policy = config.resolve("write-policy.yml");
        Files.writeString(policy, Files.readString(policy).replace("orgId: null", "orgId: 00D000000000009AAA"));

        var refused = shell(config.toString()).run("fields", "deploy", "--yes");

        assertThat(refused.code()).as(refused.err()).isEqualTo(8);
        assertThat(shell("").run("fields", "deploy", "--dry-run").code()).isEqualTo(3);
    }

    private Shell shell(String config) {
        var variables = new HashMap<>(TestDatabase.variables());
        variables.put("FAIRPATCH_HOME", home.toString());
        if (!config.isEmpty()) {
            variables.put("FAIRPATCH_CONFIG", config);
        }
        variables.put("FAIRPATCH_ORG_URL", org.info().instanceUrl());
        variables.put("FAIRPATCH_ORG_CLIENT_ID", org.info().clientId());
        variables.put("FAIRPATCH_ORG_CLIENT_SECRET", org.info().clientSecret());
        return new Shell(variables, Clock.systemUTC());
    }

    private String log() throws IOException, InterruptedException {
        return send("GET", "/__sandbox/log", "");
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(send(method, path, body));
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(org.info().instanceUrl() + path))
                .header("Authorization", "Bearer " + org.info().accessToken())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** The shipped configuration in a folder of its own. */
    private static final class ShippedConfigCopy {
        static Path in(Path folder) throws IOException {
            Files.createDirectories(folder);
            ShippedConfig.writeMissing(folder);
            return folder;
        }
    }
}
