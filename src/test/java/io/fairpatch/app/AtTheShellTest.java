package io.fairpatch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fairpatch.app.wiring.Environment;
import io.fairpatch.app.wiring.Home;
import io.fairpatch.app.wiring.Installation;
import io.fairpatch.app.wiring.Resources;
import io.fairpatch.cli.Output;
import io.fairpatch.config.ShippedConfig;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an admin meets at the shell before any org is asked. */
class AtTheShellTest {
    @TempDir
    private Path folder;

    private Shell shell() {
        return new Shell(
                Map.of(
                        "FAIRPATCH_HOME", folder.resolve("home").toString(),
                        "FAIRPATCH_CONFIG", folder.resolve("settings").toString()),
                Clock.systemUTC());
    }

    @Test
    void an_option_that_no_scenario_has_is_told_when_the_settings_are_read() throws IOException {
        var settings = folder.resolve("settings");
        ShippedConfig.writeMissing(settings);
        var planning = settings.resolve("planning.yml");
        Files.writeString(
                planning,
                Files.readString(planning).replaceFirst("(?m)^scenarios:.*$", "scenarios: [\"rebalance:travl=2\"]"));

        var outcome = shell().run("score");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("FP2001", planning + ", scenarios", "\"travl=2\"", "Maybe set one of")
                .doesNotContain("Exception");
        assertThat(folder.resolve("home/postgresql")).doesNotExist();
    }

    @Test
    void every_help_is_a_format_that_holds() {
        try (var resources = new Resources()) {
            var home = new Home(folder.resolve("home"));
            var line = Main.commandLine(
                    new Installation(home, new Environment(Map.of()), resources), Clock.systemUTC(), Output.standard());
            assertThat(line.getSubcommands()).hasSizeGreaterThan(25);
            texts(line)
                    .forEach(text ->
                            assertThatCode(() -> String.format(text)).as(text).doesNotThrowAnyException());
        }
    }

    /** What the help of a command, and of those below it, says first and last; picocli takes each for a format. */
    private static Stream<String> texts(CommandLine line) {
        var spec = line.getCommandSpec();
        var own = Stream.of(
                        spec.usageMessage().description(), spec.usageMessage().footer())
                .flatMap(Arrays::stream);
        return Stream.concat(own, line.getSubcommands().values().stream().flatMap(AtTheShellTest::texts));
    }

    @Test
    void a_result_that_standard_output_does_not_take_is_no_success() throws IOException, InterruptedException {
        assumeThat(new File("/dev/full")).exists();
        var torn = Files.writeString(
                folder.resolve("torn.json"),
                "{\"agents\":[{\"id\":\"r\",\"bands\":{\"m\":[2,3]}}],"
                        + "\"units\":[{\"id\":\"a\",\"loads\":{\"m\":1},\"options\":[{\"agent\":\"r\",\"cost\":1}]}]}");

        var done = toFullDisk("init", folder.resolve("new").toString());
        var infeasible = toFullDisk("solve", torn.toString());

        assertThat(done.waitFor()).isEqualTo(2);
        assertThat(infeasible.waitFor())
                .as("what the code says is true all the same")
                .isEqualTo(3);
        for (var command : new String[] {"init", "solve"}) {
            assertThat(Files.readString(folder.resolve(command + ".txt")))
                    .contains("The result can't be written to standard output", "No space left", "Maybe make room");
        }
    }

    @Test
    void names_are_read_as_they_are_where_no_locale_is_set() throws IOException, InterruptedException {
        assumeThat(new File("/usr/bin/locale")).exists();
        var said = folder.resolve("said.txt");
        var launcher = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source <(sed '$d' fairpatch); read_utf8; exec java -XshowSettings:properties -version")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        launcher.environment().put("LC_ALL", "C");

        assertThat(launcher.start().waitFor()).isZero();

        assertThat(Files.readString(said)).contains("sun.jnu.encoding = UTF-8");
    }

    private Process toFullDisk(String command, String file) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.fairpatch.app.Main",
                        command,
                        file)
                .redirectOutput(new File("/dev/full"))
                .redirectError(folder.resolve(command + ".txt").toFile())
                .start();
    }
}
