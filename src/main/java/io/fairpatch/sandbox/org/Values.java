package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Values as the API shows them. */
public final class Values {
    private static final DateTimeFormatter CSV_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter JSON_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

    private Values() {}

    /** A value as bulk results show it; null for none. */
    public static @Nullable String text(Field field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (field.type()) {
            case DATE -> date(value);
            case DATETIME -> CSV_TIME.format(instant(value));
            default -> value.toString();
        };
    }

    /** A value as JSON answers show it. */
    public static @Nullable Object json(Field field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (field.type()) {
            case DATE -> date(value);
            case DATETIME -> JSON_TIME.format(instant(value));
            default -> value;
        };
    }

    /**
     * A time as the value of a field, in milliseconds since 1970: whole seconds, as orgs keep them. What is written
     * within one second has the same stamp.
     */
    public static long stamp(Instant time) {
        return 1000 * time.getEpochSecond();
    }

    /** A time as jobs tell it, which are kept in whole seconds too. */
    public static Instant wholeSecond(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A time as XML answers show it. */
    public static String xmlTime(Instant time) {
        return CSV_TIME.format(time);
    }

    /** A time as JSON answers show it. */
    public static String jsonTime(Instant time) {
        return JSON_TIME.format(time);
    }

    private static String date(Object value) {
        return LocalDate.ofEpochDay((Integer) value).toString();
    }

    private static Instant instant(Object value) {
        return Instant.ofEpochMilli((Long) value);
    }
}
