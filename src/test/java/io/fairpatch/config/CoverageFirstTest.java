package io.fairpatch.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How accounts are covered is said before lines are drawn: every command that plans loads the folder first. */
class CoverageFirstTest {
    @TempDir
    private Path folder;

    @Test
    @Tag("C1")
    @Tag("I12")
    void without_a_coverage_model_nothing_starts() throws IOException {
        ShippedConfig.writeMissing(folder);
        Files.delete(folder.resolve("coverage.yml"));

        assertThatThrownBy(() -> ConfigLoader.load(folder)).isInstanceOfSatisfying(FairpatchException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFIG_MISSING);
            assertThat(e).hasMessageContaining("coverage.yml is missing");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits", "presets", "preset", "ramp"})
    @Tag("C1")
    @Tag("I9")
    @Tag("I12")
    void a_coverage_model_has_visits_caps_and_a_ramp(String key) throws IOException {
        refused(key, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW", "RAMPING"})
    @Tag("I9")
    void a_new_rep_without_a_ramp_profile_is_refused(String stage) throws IOException {
        refused("  " + stage, stage);
    }

    private void refused(String line, String key) throws IOException {
        ShippedConfig.writeMissing(folder);
        Path file = folder.resolve("coverage.yml");
        String shipped = Files.readString(file);
        String rest = line.startsWith(" ") ? "" : "(?:  .*\\R|\\s*\\R)*";
        String without = shipped.replaceAll("(?m)^" + line + ":.*\\R" + rest, "");
        assertThat(without).isNotEqualTo(shipped);
        Files.writeString(file, without);

        assertThatThrownBy(() -> ConfigLoader.load(folder))
                .isInstanceOf(FairpatchException.class)
                .hasMessageContaining(key);
    }
}
