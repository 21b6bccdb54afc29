package io.fairpatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.fairpatch.app.wiring.Environment;
import io.fairpatch.app.wiring.Home;
import io.fairpatch.app.wiring.House;
import io.fairpatch.app.wiring.Installation;
import io.fairpatch.app.wiring.Resources;
import io.fairpatch.config.ShippedConfig;
import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.io.ByteArrayInputStream;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A marked secret goes in by every way there is, and comes out by none. */
class CanaryTest {
    private static final String CANARY = "canary7f3a91";
    private static final String PASSWORD = "practice-only-1";

    @TempDir
    private Path home;

    private final ListAppender<ILoggingEvent> logs = new ListAppender<>();
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.fairpatch");
    private final Map<String, String> database = TestDatabase.variables();
    private final List<Shell.Outcome> outcomes = new ArrayList<>();
    private LiveOrg org;

    @BeforeEach
    void start() {
        logs.start();
        ours.setLevel(Level.TRACE);
        ours.setAdditive(false);
        ours.addAppender(logs);
        org = LiveOrg.generated(20, 2, home.resolve("state"), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        org.close();
        ours.detachAppender(logs);
        ours.setAdditive(true);
        ours.setLevel(null);
    }

    @Test
    void a_secret_shows_nowhere() throws IOException {
        var shell = shell(Map.of("FAIRPATCH_ORG_CLIENT_SECRET", CANARY));
        keep(shell, "client-secret", CANARY);
        outcomes.add(shell.run("secrets", "--json"));
        outcomes.add(shell.run("secrets"));
        assertThat(outcomes.get(1).out()).contains("client-secret");
        // refused by the org: the canary is no secret of its app
        outcomes.add(shell.run("doctor", "--json"));
        outcomes.add(shell.run("doctor"));
        assertThat(outcomes.get(3).code()).isEqualTo(6);
        outcomes.add(shell.run("sync", "--json"));
        outcomes.add(shell.run("fields", "deploy", "--dry-run", "--json"));
        var byToken = shell(Map.of("FAIRPATCH_ORG_ACCESS_TOKEN", CANARY));
        outcomes.add(byToken.run("doctor", "--json"));
        outcomes.add(byToken.run("sync"));
        outcomes.add(shell(Map.of()).run("doctor", "--json"));

        assertNowhere(List.of(CANARY), List.of());
    }

    @Test
    void neither_do_a_private_key_and_a_refresh_token_whether_they_fit_or_not()
            throws IOException, InterruptedException {
        var key = Files.readString(Path.of(org.jwtKeyFile()));
        var config = config("flow: jwt", "username: " + org.username(), "keyFile: vault:app-key");
        var shell = shell(Map.of("FAIRPATCH_CONFIG", config, "FAIRPATCH_ORG_CLIENT_ID", org.clientId()));
        keep(shell, "app-key", key);
        outcomes.add(shell.run("sync", "--json"));
        assertThat(last().code()).as(last().err()).isZero();
        keep(shell, "app-key", key.replace("MII", CANARY));
        outcomes.add(shell.run("sync"));
        assertThat(last().err()).contains("app-key");
        config("flow: web");
        keep(shell, "refresh-token", CANARY);
        // refused by the org: it never gave this token
        outcomes.add(shell.run("sync"));
        assertThat(last().err()).contains("./fairpatch connect");
        outcomes.add(shell.run("doctor", "--json"));

        var lines = key.lines().filter(line -> !line.startsWith("-----")).toList();
        assertThat(lines).hasSizeGreaterThan(20);
        assertNowhere(Stream.concat(lines.stream(), Stream.of(CANARY)).toList(), pages(shell, config));
    }

    private Shell.Outcome last() {
        return outcomes.get(outcomes.size() - 1);
    }

    private void keep(Shell shell, String name, String secret) {
        var stdin = System.in;
        try {
            System.setIn(new ByteArrayInputStream(secret.getBytes(StandardCharsets.UTF_8)));
            outcomes.add(shell.run("secrets", "put", name, "--json"));
        } finally {
            System.setIn(stdin);
        }
        assertThat(last().code()).as(last().err()).isZero();
    }

    /** What the pages of the org show to an admin, and the audit log as it is handed out. */
    private List<String> pages(Shell shell, String config) throws IOException, InterruptedException {
        outcomes.add(shell.with(Map.of("FAIRPATCH_PASSWORD", PASSWORD)).run("people", "add", "ada", "--role", "ADMIN"));
        assertThat(last().code()).as(last().err()).isZero();
        // kept in the home folder, whose files are all looked at in the end
        var audit = home.resolve("audit.ndjson");
        outcomes.add(shell.run("export", "--audit", "--out", audit.toString(), "--json"));
        assertThat(Files.readString(audit)).contains("person.add", "secret.keep");
        var variables = new HashMap<>(database);
        variables.put("FAIRPATCH_HOME", home.toString());
        variables.put("FAIRPATCH_CONFIG", config);
        variables.put("FAIRPATCH_ORG_URL", org.url());
        variables.put("FAIRPATCH_ORG_CLIENT_ID", org.clientId());
        try (var resources = new Resources()) {
            var environment = new Environment(variables);
            var at = new Installation(Home.of(variables), environment, resources)
                    .open(new House.Address("127.0.0.1", 0))
                    .serve();
            return shown(at, List.of("/org", "/org/checks", "/org/data", "/audit", "/api/v1/org/checks"));
        }
    }

    private static List<String> shown(URI at, List<String> paths) throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var form = "name=ada&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        var cookie = http.send(
                        HttpRequest.newBuilder(at.resolve("/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];
        var pages = new ArrayList<String>();
        for (var path : paths) {
            var request = HttpRequest.newBuilder(at.resolve(path)).header("Cookie", cookie);
            pages.add(http.send(request.build(), BodyHandlers.ofString()).body());
        }
        assertThat(pages.get(0)).contains("ada");
        return pages;
    }

    private void assertNowhere(List<String> secrets, List<String> pages) throws IOException {
        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.out()).doesNotContain(secrets);
            assertThat(outcome.err()).doesNotContain(secrets);
        });
        assertThat(logs.list)
                .extracting(event -> event.getFormattedMessage() + event.getThrowableProxy())
                .noneMatch(line -> holdsAny(line, secrets));
        assertThat(dump()).isNotEmpty().noneMatch(row -> holdsAny(row, secrets));
        assertThat(pages).noneMatch(page -> holdsAny(page, secrets));
        for (var file : files()) {
            assertThat(holdsAny(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), secrets))
                    .as(file.toString())
                    .isFalse();
        }
    }

    private static boolean holdsAny(String text, List<String> secrets) {
        return secrets.stream().anyMatch(text::contains);
    }

    /** All files but the practice org's own key. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("sandbox-jwt.key"))
                    .toList();
        }
    }

    /** Every row of every table as text. */
    private List<String> dump() {
        return Database.jdbi(TestDatabase.source(database)).withHandle(handle -> handle
                .createQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(table ->
                        handle
                                .createQuery("SELECT t::text FROM " + table + " AS t")
                                .mapTo(String.class)
                                .list()
                                .stream())
                .toList());
    }

    /** A folder of settings with some lines of connector.yml changed. */
    private String config(String... lines) throws IOException {
        var folder = Files.createDirectories(home.resolve("config"));
        ShippedConfig.writeMissing(folder);
        var connector = folder.resolve("connector.yml");
        var text = Files.readString(connector);
        for (var line : lines) {
            var key = line.substring(0, line.indexOf(':'));
            text = text.replaceFirst("(?m)^  " + key + ": .*$", "  " + line);
        }
        Files.writeString(connector, text);
        return folder.toString();
    }

    private Shell shell(Map<String, String> more) {
        var variables = new HashMap<>(database);
        variables.put("FAIRPATCH_HOME", home.toString());
        variables.put("FAIRPATCH_ORG_URL", org.url());
        variables.put("FAIRPATCH_ORG_CLIENT_ID", "someone-else");
        variables.putAll(more);
        return new Shell(variables, Clock.systemUTC());
    }
}
