package io.fairpatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ShippedConfig;
import io.fairpatch.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person connects the org at its own page; every later command signs in by that grant. */
class ConnectTest {
    private static final Pattern PAGE = Pattern.compile("http\\S+/services/oauth2/authorize\\?(\\S+)");

    @TempDir
    private Path home;

    @Test
    void one_yes_at_the_orgs_own_page_is_enough_and_a_no_changes_nothing() throws IOException {
        try (var org = LiveOrg.generated(20, 2, home.resolve("state"), Clock.systemUTC())) {
            org.put("{\"kind\":\"refresh-token-rotation\"}");
            var shell = shell(org);
            var notYet = shell.run("sync");
            var no = shell.when("Waiting for you", said -> answer(said, "nobody@acme.test"))
                    .run("connect", "--port", "0");
            var yes = shell.when("Waiting for you", said -> answer(said, "")).run("connect", "--port", "0", "--json");
            var synced = shell.run("sync", "--json");
            var again = shell.run("sync", "--json");

            assertThat(notYet.code()).isNotZero();
            assertThat(notYet.err()).contains("./fairpatch connect");
            assertThat(no.code()).isNotZero();
            assertThat(no.err()).contains("access_denied");
            assertThat(yes.code()).as(yes.err()).isZero();
            assertThat(yes.json().path("orgId").asText()).startsWith("00D");
            assertThat(synced.code()).as(synced.err()).isZero();
            assertThat(synced.json().path("rows").path("Account").asInt()).isEqualTo(20);
            assertThat(again.code())
                    .as("the rotated token was kept: " + again.err())
                    .isZero();
            assertThat(yes.out()).doesNotContain("oken");
        }
    }

    private Shell shell(LiveOrg org) throws IOException {
        var config = home.resolve("config");
        ShippedConfig.writeMissing(Files.createDirectories(config));
        var connector = config.resolve("connector.yml");
        Files.writeString(connector, Files.readString(connector).replace("flow: client-credentials", "flow: web"));
        var variables = new HashMap<>(TestDatabase.variables());
        variables.putAll(org.signIn());
        variables.put("FAIRPATCH_HOME", home.toString());
        variables.put("FAIRPATCH_CONFIG", config.toString());
        return new Shell(variables, Clock.systemUTC());
    }

    /** Does what a person does at the page: signs in, presses the button, and is sent back. */
    private static void answer(String said, String username) {
        var page = PAGE.matcher(said);
        assertThat(page.find()).as(said).isTrue();
        try {
            var http = HttpClient.newHttpClient();
            var shown =
                    http.send(HttpRequest.newBuilder(URI.create(page.group())).build(), BodyHandlers.ofString());
            var form = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"")
                    .matcher(shown.body())
                    .results()
                    .map(field -> field.group(1) + "="
                            + URLEncoder.encode(
                                    field.group(1).equals("username") && !username.isEmpty()
                                            ? username
                                            : field.group(2).replace("&amp;", "&"),
                                    StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            var allowed = http.send(
                    HttpRequest.newBuilder(URI.create(page.group().replaceFirst("\\?.*", "")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            var back = URI.create(allowed.headers().firstValue("Location").orElseThrow());
            http.send(HttpRequest.newBuilder(back).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
