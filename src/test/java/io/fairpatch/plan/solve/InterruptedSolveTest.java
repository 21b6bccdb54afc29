package io.fairpatch.plan.solve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.app.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who stops a search gets the best plan so far. */
final class InterruptedSolveTest {
    @TempDir
    Path folder;

    @Test
    void a_search_that_is_stopped_still_answers() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("problem.json"), RandomFile.problem(new SplittableRandom(11)));
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "solve",
                        file.toString(),
                        "--seconds",
                        "600")
                .start();
        try (var said = process.errorReader()) {
            assertThat(said.lines().anyMatch(line -> line.contains("Improving")))
                    .isTrue();
            process.toHandle().destroy();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(new ObjectMapper().readTree(answer).at("/status").asText())
                    .isEqualTo("feasible");
            assertThat(process.exitValue())
                    .as("as the shell says of a process stopped by this signal")
                    .isEqualTo(143);
        } finally {
            process.destroyForcibly();
        }
    }
}
