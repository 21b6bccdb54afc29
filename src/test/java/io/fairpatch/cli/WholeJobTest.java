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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The whole job by commands alone, each as its own process would run it, on the practice org. */
class WholeJobTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ACCOUNTS = 200;
    private static final String PASSWORD = "only-for-this-test";

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Sandbox sandbox;
    private Resources resources = new Resources();
    private Installation installation;

    @BeforeEach
    void an_org_and_a_database() throws SQLException {
        var config = new SandboxConfig("127.0.0.1", 0, false, 7, null, null, Duration.ofMillis(50), KeptKey.in(folder));
        var data = new OrgGenerator().generate(new GeneratorConfig(ACCOUNTS, 4, 7, LocalDate.of(2026, 1, 31)));
        sandbox = Sandbox.start(config, data, Clock.systemUTC());
        var info = sandbox.info();
        var database = TestDatabase.fresh().unwrap(PGSimpleDataSource.class);
        variables.put("FAIRPATCH_CONFIG", folder.resolve("config").toString());
        variables.put("FAIRPATCH_DB_URL", String.valueOf(database.getURL()));
        variables.put("FAIRPATCH_DB_USER", String.valueOf(database.getUser()));
        variables.put("FAIRPATCH_DB_PASSWORD", database.getPassword() == null ? "" : database.getPassword());
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

    @Test
    void two_people_bring_a_plan_into_the_org_and_nothing_is_left_to_change() throws IOException {
        int lines = propose();
        run(0, "people", "add", "andrea", "--display", "Andrea", "--role", "approver,ops");
        run(0, "people", "add", "olivia", "--display", "Olivia", "--role", "ops");
        assertThat(code(run(6, "approve", "--as", "andrea", "--yes"))).isEqualTo("FP6000");
        var andrea = token("andrea");
        var olivia = token("olivia");

        restart(Map.of("FAIRPATCH_TOKEN", andrea));
        assertThat(code(run(2, "approve", "--as", "andrea"))).isEqualTo("FP9000");
        assertThat(code(run(6, "approve", "--as", "olivia", "--yes"))).isEqualTo("FP6000");
        assertThat(run(0, "approve", "--as", "andrea", "--yes").get("state").asText())
                .isEqualTo("APPROVED");
        assertThat(code(run(8, "commit", "--as", "andrea", "--yes"))).isEqualTo("FP7000");

        allowWrites();
        restart(Map.of("FAIRPATCH_TOKEN", andrea));
        assertThat(code(run(8, "commit", "--as", "andrea", "--yes"))).isEqualTo("FP6013");
        restart(Map.of("FAIRPATCH_TOKEN", olivia));
        var committed = run(0, "commit", "--as", "olivia", "--yes");
        assertThat(committed.at("/moves/committed").asInt()
                        + committed.at("/stamps/committed").asInt())
                .isEqualTo(lines);
        assertThat(run(0, "diff").get("changes")).isEmpty();
        assertExported(committed.get("run").asText(), lines);
        assertLookedAt();
    }

    /** Scores, weights and questions by commands: looked at by anybody, changed by a person with a reason. */
    private void assertLookedAt() throws IOException {
        var top = run(0, "accounts", "--top", "3").get("rows");
        assertThat(top).hasSize(3);
        var best = run(0, "accounts", top.get(0).get("id").asText());
        assertThat(best.get("sentence").asText())
                .contains(top.get(0).get("score").asText() + " of 100");
        assertThat(code(run(2, "accounts", "nobody"))).isEqualTo("FP6100");
        var file = folder.resolve("accounts.csv");
        assertThat(run(0, "accounts", "--out", file.toString()).get("rows").asInt())
                .isEqualTo(ACCOUNTS);
        assertThat(Files.readAllLines(file)).hasSize(ACCOUNTS + 1);

        assertThat(code(run(2, "weights", "--set", "fit=0.6", "--as", "olivia")))
                .isEqualTo("FP9000");
        String[] change = {"weights", "--set", "fit=0.6", "--set", "intent=0.2", "--as", "olivia", "--reason", "try"};
        assertThat(run(0, change).get("version").asInt()).isEqualTo(2);
        assertThat(run(0, "weights").at("/weights/fit").asDouble()).isEqualTo(0.6);
        run(0, "questions", "MODEL", "By region", "--as", "olivia");
        assertThat(run(0, "questions").at("/questions/0/answer").asText()).isEqualTo("By region");
    }

    /** From an empty folder to a proposal in review; answers its lines. */
    private int propose() {
        run(0, "init");
        run(0, "sync");
        run(0, "score");
        run(0, "plan");
        var proposed = run(0, "propose");
        int lines = proposed.get("moves").asInt() + proposed.get("stamps").asInt();
        assertThat(lines).isEqualTo(ACCOUNTS);
        assertThat(run(3, "diff").get("changes")).hasSize(lines);
        return lines;
    }

    private void assertExported(String run, int lines) throws IOException {
        var file = folder.resolve("lines.csv");
        run(0, "export", "--out", file.toString());
        assertThat(Files.readAllLines(file)).hasSize(lines + 1);
        run(0, "export", "--receipts", run, "--out", folder.toString());
        assertThat(Files.readAllLines(folder.resolve(run + "-success.csv"))).hasSize(lines + 1);
        assertThat(Files.readAllLines(folder.resolve(run + "-error.csv"))).hasSize(1);
    }

    private String token(String person) {
        return run(0, "token", "--as", person).get("token").asText();
    }

    private void allowWrites() throws IOException {
        var policy = folder.resolve("config/write-policy.yml");
        Files.writeString(
                policy,
                Files.readString(policy)
                        .replace("writes: disabled", "writes: enabled")
                        .replace("orgId: null", "orgId: " + sandbox.info().orgId()));
    }

    /** As a new process with further variables would start. */
    private void restart(Map<String, String> more) {
        resources.close();
        resources = new Resources();
        installation = installation(more);
    }

    private Installation installation(Map<String, String> more) {
        return new Installation(new Home(folder.resolve("home")), new Environment(variables).with(more), resources);
    }

    private static String code(JsonNode answer) {
        return answer.get("code").asText();
    }

    /** Runs a command to its end; answers the one object it printed. */
    private JsonNode run(int expected, String... words) {
        out.reset();
        err.reset();
        var command = Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new);
        var output = new Output(print(out), print(err), false);
        int exit = Main.commandLine(installation, java.time.Clock.systemUTC(), output)
                .execute(command);
        assertThat(exit)
                .as(String.join(" ", words) + "\n" + err.toString(StandardCharsets.UTF_8))
                .isEqualTo(expected);
        return read(out.toString(StandardCharsets.UTF_8));
    }

    private static JsonNode read(String json) {
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
