package io.fairpatch.sync;

import java.time.DateTimeException;
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

    private Dates() {}

    /** The day, ISO, of a date or of a moment (in UTC, as the org writes it); empty when it is none. */
    public static String day(String text) {
        boolean shaped = text.length() == 10 || text.length() > 10 && text.charAt(10) == 'T';
        if (!shaped || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return "";
        }
        int year = digits(text, 0, 4);
        try {
            // PostgreSQL has no year 0
            if (year < 1 || LocalDate.of(year, digits(text, 5, 7), digits(text, 8, 10)) == null) {
                return "";
            }
            return text.length() == DAY ? text : text.substring(0, DAY);
        } catch (DateTimeException e) {
            return "";
        }
    }

    static boolean isMoment(String text) {
        return isUsualMoment(text) || isAnyMoment(text);
    }

    /** As bulk results have them, 2026-01-31T10:00:00.000Z, without the detour over a parser. */
    private static boolean isUsualMoment(String text) {
        return text.length() == USUAL
                && text.charAt(USUAL - 1) == 'Z'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(19) == '.'
                && within(digits(text, 11, 13), 23)
                && within(digits(text, 14, 16), 59)
                && within(digits(text, 17, 19), 59)
                && within(digits(text, 20, 23), 999)
                && !day(text).isEmpty();
    }

    private static boolean within(int value, int most) {
        return value >= 0 && value <= most;
    }

    private static boolean isAnyMoment(String text) {
        try {
            return !day(text).isEmpty() && OffsetDateTime.parse(text, MOMENT) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
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
