package io.fairpatch.web.api;

import io.fairpatch.watch.Alert;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trigger that fired.
 *
 * @param trigger its name in calendar.yml
 * @param key of the territory or rep it is about
 * @param value the number that crossed the edge
 * @param scenario what to plan, to be posted to /scenarios; null when a person has to look first
 */
@Serdeable
record AlertJson(
        long id,
        String trigger,
        String key,
        String subject,
        double value,
        String sentence,
        String advice,
        @Nullable String scenario,
        Instant since,
        @Nullable String dismissedBy,
        @Nullable String dismissedWhy) {
    static AlertJson of(Alert alert) {
        var dismissed = alert.dismissed();
        return new AlertJson(
                alert.id(),
                alert.trigger().key(),
                alert.key(),
                alert.subject(),
                alert.value(),
                alert.sentence(),
                alert.trigger().advice(),
                alert.scenario(),
                alert.since(),
                dismissed == null ? null : dismissed.by(),
                dismissed == null ? null : dismissed.why());
    }
}
