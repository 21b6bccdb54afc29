package io.fairpatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ShippedConfig;
import io.fairpatch.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of bad-input/command is a case: one message, the right exit code, nothing half-written. Many wait for an
 * org that fails for good, so they run side by side.
 */
class BadCommandTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Path BAD_CONFIG = Path.of("src/test/resources/bad-input/config");
    private static final int ACCOUNTS = 30;

    @TempDir
    private static Path home;

    private static final Map<String, CompletableFuture<Trial>> TRIALS = new HashMap<>();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(8);
    private static ServerSocket used;
    private static LiveOrg healthy;
    private static LiveOrg production;

    /** What a case left behind: what it printed, writes the org accepted, copies of the org before and after. */
    private record Trial(Shell.Outcome outcome, String message, int writes, String before, String after) {}

    @BeforeAll
    static void start() throws IOException {
        used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        healthy = LiveOrg.generated(ACCOUNTS, 3, home.resolve("healthy"), CLOCK);
        production = LiveOrg.loaded(productionData(), home.resolve("production"), CLOCK);
        for (var each : CommandCase.all()) {
            TRIALS.put(each.name(), CompletableFuture.supplyAsync(() -> trial(each), THREADS));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        THREADS.shutdown();
        used.close();
        healthy.close();
        production.close();
    }

    static List<CommandCase> cases() {
        return CommandCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_bad_input_gives_one_message_and_changes_nothing(CommandCase bad) {
        var trial = Objects.requireNonNull(TRIALS.get(bad.name())).join();

        var outcome = trial.outcome();
        assertThat(outcome.err().lines().filter(line -> line.matches("FP\\d{4} .*")))
                .as(outcome.err())
                .hasSize(1);
        assertThat(outcome.err()).doesNotContain("Exception", "\tat ");
        assertThat(trial.message()).contains(bad.says()).startsWith(bad.says().get(0));
        assertThat(outcome.code()).isEqualTo(bad.exit());
        if (bad.command().contains("--json")) {
            assertThat(outcome.json().path("code").asText())
                    .isEqualTo(trial.message().substring(0, 6));
        } else {
            assertThat(outcome.out()).isEmpty();
        }
        assertThat(trial.writes()).isZero();
        assertThat(trial.after()).isEqualTo(trial.before());
    }

    private static Trial trial(CommandCase bad) {
        if (bad.faults().isEmpty()) {
            return trial(bad, healthy);
        }
        try (var org = LiveOrg.generated(ACCOUNTS, 3, home.resolve(bad.name()), CLOCK)) {
            return trial(bad, org);
        }
    }

    private static Trial trial(CommandCase bad, LiveOrg org) {
        try {
            var variables = new HashMap<>(TestDatabase.variables());
            variables.put("FAIRPATCH_HOME", home.resolve(bad.name()).toString());
            variables.put("FAIRPATCH_CONFIG", config(bad).toString());
            variables.putAll(org.signIn());
            var shell = new Shell(variables, CLOCK);
            if (bad.command().startsWith("sync") && !bad.faults().isEmpty()) {
                assertThat(shell.run("sync").code()).isZero();
            }
            var before = copyOf(variables);
            bad.faults().forEach(org::arm);
            var places = Map.of(
                    "org", org.url(),
                    "production", production.url(),
                    "usedPort", String.valueOf(used.getLocalPort()),
                    "freePort", String.valueOf(freePort()),
                    "database",
                            Objects.requireNonNull(variables.get("FAIRPATCH_DB_URL"))
                                    .replaceFirst("[?].*$", ""));
            var set = new HashMap<>(bad.variables());
            set.replaceAll((name, value) -> fill(value, places));
            var outcome = shell.with(set).run(fill(bad.command(), places).split(" "));
            var writes = org.log().size() + production.log().size();
            return new Trial(outcome, message(outcome, places), writes, before, copyOf(variables));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message, with the places in it by name. */
    private static String message(Shell.Outcome outcome, Map<String, String> places) {
        var message = outcome.err().substring(Math.max(0, outcome.err().lastIndexOf("\nFP") + 1));
        for (var place : places.entrySet()) {
            message = message.replace(place.getValue(), "${" + place.getKey() + "}");
        }
        return message;
    }

    private static String fill(String command, Map<String, String> places) {
        var filled = command;
        for (var place : places.entrySet()) {
            filled = filled.replace("${" + place.getKey() + "}", place.getValue());
        }
        return filled;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The shipped configuration with the bad file of a case in it. */
    private static Path config(CommandCase bad) throws IOException {
        var folder = Files.createDirectories(home.resolve(bad.name() + "-config"));
        ShippedConfig.writeMissing(folder);
        if (!bad.config().isEmpty()) {
            try (var files = Files.list(BAD_CONFIG.resolve(bad.config()))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".yml")).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return folder;
    }

    private static Path productionData() throws IOException {
        var folder = Files.createDirectories(home.resolve("production-data"));
        Files.writeString(folder.resolve("Organization.csv"), "Id,Name,IsSandbox\no,Acme,false\n");
        Files.writeString(folder.resolve("Account.csv"), "Id,Name\na,Acme\n");
        return folder;
    }

    /** What the database holds of the org: finished copies and the accounts of the last one. */
    private static String copyOf(Map<String, String> variables) {
        try (var connection = DriverManager.getConnection(
                        variables.get("FAIRPATCH_DB_URL"),
                        variables.get("FAIRPATCH_DB_USER"),
                        variables.get("FAIRPATCH_DB_PASSWORD"));
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                """
                                SELECT (SELECT count(*) || ' copies' FROM sync_run WHERE finished_at IS NOT NULL)
                                    || (SELECT coalesce(string_agg(a::text, ' ' ORDER BY id), '') FROM account a)
                                """)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
