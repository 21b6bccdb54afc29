package io.fairpatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.app.wiring.House;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Whoever asks what day it is, be it for a phase, a pin or an import, gets the same answer. */
class TodayTest extends CommandsOnAnOrg {
    TodayTest() {
        super(20);
    }

    @Test
    void today_is_a_day_in_the_zone_of_the_calendar() throws IOException {
        run(0, "init");
        var calendar = folder.resolve("config/calendar.yml");
        Files.writeString(
                calendar, Files.readString(calendar).replace("\ntimeZone: UTC\n", "\ntimeZone: Pacific/Kiritimati\n"));

        var beans = installation.open(new House.Address("127.0.0.1", 0)).beans();
        assertThat(beans.getBean(Clock.class).getZone()).isEqualTo(ZoneId.of("Pacific/Kiritimati"));
    }
}
