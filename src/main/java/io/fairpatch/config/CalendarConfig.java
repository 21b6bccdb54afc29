package io.fairpatch.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code calendar.yml}: when territories are looked at.
 *
 * @param fiscalYearStartMonth 1 to 12
 * @param quietHours when no commit begins unless a person insists; null for none
 * @param timeZone IANA name; dates we write are days in this zone
 * @param triggers edges by the name of the sign that is watched; a sign that is left out is off, null for the usual ones
 */
public record CalendarConfig(
        int fiscalYearStartMonth,
        String timeZone,
        List<Review> reviews,
        @Nullable List<QuietHours> quietHours,
        @Nullable Map<String, Edge> triggers) {
    public CalendarConfig {
        reviews = List.copyOf(reviews);
        quietHours = quietHours == null ? List.of() : List.copyOf(quietHours);
        triggers = triggers == null ? null : Map.copyOf(triggers);
        Checks.between("fiscalYearStartMonth", fiscalYearStartMonth, 1, 12);
        Checks.that(
                isZone(timeZone),
                "The value (" + timeZone
                        + ") of timeZone is no time zone: write its IANA name, as Europe/Berlin or UTC");
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.of(name) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The first day of the fiscal year that a day lies in. */
    public LocalDate yearBegins(LocalDate day) {
        LocalDate begins = LocalDate.of(day.getYear(), fiscalYearStartMonth, 1);
        return begins.isAfter(day) ? begins.minusYears(1) : begins;
    }

    /** The quiet hours that this moment lies in; empty when a commit may begin. */
    public Optional<QuietHours> quiet(Instant moment) {
        var local = moment.atZone(ZoneId.of(timeZone));
        return Objects.requireNonNull(quietHours).stream()
                .filter(hours -> hours.contains(local))
                .findFirst();
    }

    /** A review in a fiscal quarter, 1 to 4. */
    public record Review(int quarter, String purpose) {
        public Review {
            Checks.between("reviews.quarter", quarter, 1, 4);
        }
    }
}
