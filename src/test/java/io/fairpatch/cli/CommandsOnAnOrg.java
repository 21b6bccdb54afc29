package io.fairpatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.app.Main;
import io.fairpatch.app.wiring.Environment;
import io.fairpatch.app.wiring.Home;
import io.fairpatch.app.wiring.Installation;
import io.fairpatch.app.wiring.Resources;
import io.fairpatch.sandbox.KeptKey;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import io.fairpatch.sandbox.data.generate.GeneratorConfig;
import io.fairpatch.sandbox.data.generate.OrgGenerator;
import io.fairpatch.store.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Commands as processes of their own would run them, from an empty folder and database, on a practice org of four reps. */
abstract class CommandsOnAnOrg {
    static final String PASSWORD = "only-for-this-test";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    Sandbox sandbox;
    Installation installation;
    private final int accounts;
    private final Map<String, String> variables = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Resources resources = new Resources();

    CommandsOnAnOrg(int accounts) {
        this.accounts = accounts;
    }

    @BeforeEach
    void an_org_and_a_database() {
        var config = new SandboxConfig("127.0.0.1", 0, false, 7, null, null, Duration.ofMillis(50), KeptKey.in(folder));
        var data = new OrgGenerator().generate(new GeneratorConfig(accounts, 4, 7, LocalDate.of(2026, 1, 31)));
        sandbox = Sandbox.start(config, data, Clock.systemUTC());
        var info = sandbox.info();
        variables.putAll(TestDatabase.variables());
        variables.put("FAIRPATCH_CONFIG", folder.resolve("config").toString());
        variables.put("FAIRPATCH_ORG_URL", info.instanceUrl());
        variables.put("FAIRPATCH_ORG_CLIENT_ID", info.clientId());
        variables.put("FAIRPATCH_ORG_CLIENT_SECRET", info.clientSecret());
        variables.put("FAIRPATCH_PASSWORD", PASSWORD);
        installation = installation(Map.of());
    }

    @AfterEach
    void stop() {
        resources.close();
        sandbox.close();
    }

    /** As a new process with further variables would start. */
    void restart(Map<String, String> more) {
        resources.close();
        resources = new Resources();
        installation = installation(more);
    }

    private Installation installation(Map<String, String> more) {
        return new Installation(new Home(folder.resolve("home")), new Environment(variables).with(more), resources);
    }

    /** Runs a command to its end; answers the one object it printed. */
    JsonNode run(int expected, String... words) {
        out.reset();
        err.reset();
        var command = Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new);
        var output = new Output(print(out), print(err), false);
        int exit = Main.commandLine(installation, Clock.systemUTC(), output).execute(command);
        assertThat(exit)
                .as(String.join(" ", words) + "\n" + err.toString(StandardCharsets.UTF_8))
                .isEqualTo(expected);
        return read(out.toString(StandardCharsets.UTF_8));
    }

    /** What the last command said on standard error. */
    String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new AssertionError("Not one JSON object: " + json, e);
        }
    }

    private static PrintStream print(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
