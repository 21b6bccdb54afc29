package io.fairpatch.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Lightning card's own tests and lint, where Node is at hand; installs their tools into target/ by npm. */
@Tag("long")
class CardTest {
    private static final Path SOURCE = Path.of("manifests/salesforce");
    private static final Path COPY = Path.of("target/card").toAbsolutePath();

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        assumeTrue(run("npm", "--version").code() == 0, "npm is at hand");
        try (var files = Files.walk(SOURCE)) {
            for (var file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().contains("node_modules"))
                    .toList()) {
                var target = COPY.resolve(SOURCE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
        var installed = run("npm", "ci", "--no-audit", "--no-fund");
        assertThat(installed.code()).as(installed.said()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "lint"})
    void the_card_passes(String script) throws IOException, InterruptedException {
        var ran = run("npm", "run", script);
        assertThat(ran.code()).as(ran.said()).isZero();
    }

    private record Ran(int code, String said) {}

    private static Ran run(String... command) throws IOException, InterruptedException {
        Files.createDirectories(COPY);
        var process = new ProcessBuilder(command)
                .directory(COPY.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), said);
    }
}
