package io.fairpatch.sync;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;

/** Dates and moments as the org writes them. */
public final class Dates {
    /** 2026-01-31T10:00:00.000Z, with or without parts of a second, Z or +0000 or +00:00. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private static final int DAY = 10;
    private static final int USUAL = 24;
    private static final String OFFSET = "+0000";

    private Dates() {}

    /** The day, ISO, of a date or of a moment (in UTC, as the org writes it); empty when it is none. */
    public static String day(String text) {
        if (!Numbers.known(epochDay(text))) {
            return "";
        }
        return text.length() == DAY ? text : text.substring(0, DAY);
    }

    /** The same, as days since 1970; {@link Numbers#NONE} when it is none. */
    static long epochDay(String text) {
        boolean shaped = text.length() == DAY || text.length() > DAY && text.charAt(DAY) == 'T';
        if (!shaped || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return Numbers.NONE;
        }
        int year = digits(text, 0, 4);
        try {
            // PostgreSQL has no year 0
            return year < 1
                    ? Numbers.NONE
                    : LocalDate.of(year, digits(text, 5, 7), digits(text, 8, 10))
                            .toEpochDay();
        } catch (DateTimeException e) {
            return Numbers.NONE;
        }
    }

    /** Microseconds since 1970 of a moment; {@link Numbers#NONE} when it is none. */
    static long epochMicros(String text) {
        return isUsual(text) ? usual(text) : parsed(text);
    }

    /** As bulk results and records have them, to be read without the detour over a parser. */
    private static boolean isUsual(String text) {
        int length = text.length();
        boolean utc = length == USUAL && text.charAt(USUAL - 1) == 'Z'
                || length == USUAL - 1 + OFFSET.length() && text.endsWith(OFFSET);
        return utc && text.charAt(13) == ':' && text.charAt(16) == ':' && text.charAt(19) == '.';
    }

    private static long usual(String text) {
        long day = epochDay(text);
        int hour = digits(text, 11, 13);
        int minute = digits(text, 14, 16);
        int second = digits(text, 17, 19);
        int milli = digits(text, 20, 23);
        boolean clock = within(hour, 23) && within(minute, 59) && within(second, 59) && within(milli, 999);
        return clock && Numbers.known(day)
                ? ((((day * 24 + hour) * 60 + minute) * 60 + second) * 1_000 + milli) * 1_000
                : Numbers.NONE;
    }

    private static boolean within(int value, int most) {
        return value >= 0 && value <= most;
    }

    private static long parsed(String text) {
        try {
            return Numbers.known(epochDay(text))
                    ? micros(OffsetDateTime.parse(text, MOMENT).toInstant())
                    : Numbers.NONE;
        } catch (DateTimeParseException e) {
            return Numbers.NONE;
        }
    }

    /** What is between two microseconds counts to the earlier; ChronoUnit would overflow in the years before 1678. */
    private static long micros(Instant moment) {
        return moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000;
    }

    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
