package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.FiscalYears;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * Days as the user who queries sees them.
 *
 * @param zone of the user
 * @param fiscal years of the org
 */
record UserCalendar(ZoneId zone, FiscalYears fiscal) {
    /** What a date function makes of a value: a number, or the day. It goes by UTC unless the query converts to the user's zone. */
    @Nullable
    Object of(Call call, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        var time = value instanceof Integer days
                ? LocalDate.ofEpochDay(days).atStartOfDay(ZoneOffset.UTC)
                : Instant.ofEpochMilli((Long) value).atZone(call.convertsZone() ? zone : ZoneOffset.UTC);
        return of(call.function(), time);
    }

    private Object of(String function, ZonedDateTime time) {
        var day = time.toLocalDate();
        return switch (function) {
            case "HOUR_IN_DAY" -> time.getHour();
            case "CALENDAR_YEAR" -> day.getYear();
            case "FISCAL_YEAR" -> fiscal.year(day);
            case "CALENDAR_QUARTER" -> (day.getMonthValue() + 2) / 3;
            case "FISCAL_QUARTER" -> fiscal.quarter(day);
            case "CALENDAR_MONTH" -> day.getMonthValue();
            case "FISCAL_MONTH" -> fiscal.month(day);
            case "DAY_IN_MONTH" -> day.getDayOfMonth();
            case "DAY_IN_WEEK" -> day.get(ChronoField.DAY_OF_WEEK) % 7 + 1;
            case "DAY_IN_YEAR" -> day.getDayOfYear();
            case "WEEK_IN_MONTH" -> (day.getDayOfMonth() + 6) / 7;
            case "WEEK_IN_YEAR" -> (day.getDayOfYear() + 6) / 7;
            default -> day.toString();
        };
    }
}
