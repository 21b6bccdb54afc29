package io.fairpatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.plan.Roads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoadFileTest {
    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("roads.csv"), text).toString();
    }

    @Test
    void ways_are_read_with_and_without_minutes() throws IOException {
        String file = file("rep,place,km,minutes\nann@example.com,75201,12.5,20\nann@example.com,75202,13,\n");

        assertThat(RoadFile.read(file).isEmpty()).isFalse();
        assertThat(RoadFile.read(null)).isSameAs(Roads.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rep,place,km|1|its columns are [rep, place, km]",
                "rep,place,km,minutes;ann@example.com,75201,far,1|2|km (far)",
                "rep,place,km,minutes;ann@example.com,75201,-1,1|2|km (-1)"
            })
    void what_makes_no_sense_is_refused_with_its_line(String text, int line, String why) throws IOException {
        String file = file(text.replace(";", "\n") + "\nann@example.com,75201,1,1\n");

        assertThatThrownBy(() -> RoadFile.read(file))
                .hasMessageContaining("roads.csv:" + line)
                .hasMessageContaining(why);
    }
}
