package io.fairpatch.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final String CALENDAR =
            """
            fiscalYearStartMonth: 1
            timeZone: Europe/Berlin
            reviews: []
            quietHours:
              - { days: [MONDAY], from: "08:00", to: "18:00" }
              - { days: [FRIDAY], from: "22:00", to: "06:00" }
            """;

    @TempDir
    private Path folder;

    /** 2026-03-02 is a Monday; Berlin is one hour ahead of UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T06:59:59Z, false",
        "2026-03-02T07:00:00Z, true",
        "2026-03-02T16:59:59Z, true",
        "2026-03-02T17:00:00Z, false",
        "2026-03-03T09:00:00Z, false",
        "2026-03-06T21:00:00Z, true",
        "2026-03-07T04:59:59Z, true",
        "2026-03-07T05:00:00Z, false",
        "2026-03-07T21:30:00Z, false",
    })
    void quiet_hours_are_local_and_may_run_past_midnight(Instant moment, boolean quiet) throws IOException {
        Files.writeString(folder.resolve("calendar.yml"), CALENDAR);
        ShippedConfig.writeMissing(folder);

        assertThat(ConfigLoader.load(folder).calendar().quiet(moment).isPresent())
                .isEqualTo(quiet);
    }

    @Test
    void none_are_shipped() {
        assertThat(ConfigLoader.shipped(ConfigPart.CALENDAR).quietHours()).isEmpty();
    }
}
