package io.fairpatch.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairpatch.error.FairpatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of bad-input/config is a case: its files replace shipped ones, {@code remove.txt} names files to remove,
 * {@code expected.txt} is what the user reads.
 */
class BadConfigTest {
    private static final Path CASES = Path.of("src/test/resources/bad-input/config");

    static Stream<String> cases() throws IOException {
        try (var folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_bad_file_gives_one_message_with_place_and_advice(String name, @TempDir Path dir) throws IOException {
        ShippedConfig.writeMissing(dir);
        overlay(CASES.resolve(name), dir);

        var refusal = catchThrowableOfType(FairpatchException.class, () -> ConfigLoader.load(dir));

        assertThat(refusal).as("the bad file was accepted").isNotNull();
        String message = refusal.problem().render().replace(dir + "/", "");
        assertThat(message).isEqualToIgnoringNewLines(Files.readString(CASES.resolve(name + "/expected.txt")));
        assertThat(refusal.code().category().exitCode()).isEqualTo(2);
    }

    private static void overlay(Path folder, Path dir) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.equals("remove.txt")) {
                    Files.delete(dir.resolve(Files.readString(file).strip()));
                } else if (!name.equals("expected.txt")) {
                    Files.write(dir.resolve(name), Files.readAllBytes(file));
                }
            }
        }
    }
}
