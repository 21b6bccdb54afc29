package io.fairpatch.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Hours of the week in which no commit begins unless a person insists. A span that ends before it begins runs past
 * midnight and belongs to the day it begins on.
 *
 * @param days empty for every day
 * @param from local time as 08:00, inclusive
 * @param to local time as 18:00, exclusive
 */
public record QuietHours(List<DayOfWeek> days, String from, String to) {
    public QuietHours {
        days = List.copyOf(days);
        if (LocalTime.parse(from).equals(LocalTime.parse(to))) {
            throw new IllegalArgumentException("quietHours from " + from + " to " + to + " must not be empty");
        }
    }

    /** Whether a moment, in the calendar's zone, is quiet. */
    public boolean contains(ZonedDateTime moment) {
        LocalTime time = moment.toLocalTime();
        LocalTime begin = LocalTime.parse(from);
        LocalTime end = LocalTime.parse(to);
        if (begin.isBefore(end)) {
            return on(moment.getDayOfWeek()) && !time.isBefore(begin) && time.isBefore(end);
        }
        return on(moment.getDayOfWeek()) && !time.isBefore(begin)
                || on(moment.getDayOfWeek().minus(1)) && time.isBefore(end);
    }

    private boolean on(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
