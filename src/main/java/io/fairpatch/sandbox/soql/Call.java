package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Token.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function on a field, written in one token such as {@code SUM(Amount)}. */
record Call(String function, Token argument) {
    private static final Set<String> AGGREGATES =
            Set.of("COUNT", "COUNT_DISTINCT", "SUM", "AVG", "MIN", "MAX", "GROUPING");
    private static final Set<String> DATES = Set.of(
            "CALENDAR_YEAR",
            "CALENDAR_QUARTER",
            "CALENDAR_MONTH",
            "FISCAL_YEAR",
            "FISCAL_QUARTER",
            "FISCAL_MONTH",
            "DAY_IN_MONTH",
            "DAY_IN_WEEK",
            "DAY_IN_YEAR",
            "DAY_ONLY",
            "HOUR_IN_DAY",
            "WEEK_IN_MONTH",
            "WEEK_IN_YEAR");
    private static final Set<String> PLAIN = Set.of("TOLABEL", "FORMAT", "CONVERTCURRENCY");

    static boolean isKnown(String function) {
        var name = function.toUpperCase(Locale.ROOT);
        return AGGREGATES.contains(name) || DATES.contains(name) || PLAIN.contains(name);
    }

    /** The call in a token; null when it is a plain name. */
    static @Nullable Call of(Token token) {
        int open = token.text().indexOf('(');
        if (open < 0 || token.text().startsWith("FIELDS(")) {
            return null;
        }
        var inner = token.text().substring(open + 1, token.text().length() - 1);
        return new Call(
                token.text().substring(0, open).toUpperCase(Locale.ROOT),
                new Token(Kind.NAME, inner, token.position()));
    }

    static boolean isAggregate(Token token) {
        var call = of(token);
        return call != null && (AGGREGATES.contains(call.function()) || isAggregate(call.argument()));
    }

    /** Whether it shows a figure as a user would see it. */
    boolean formats() {
        return function.equals("FORMAT");
    }

    boolean isDate() {
        return DATES.contains(function);
    }

    /** What a date function makes of a value: a number, or the day. */
    @Nullable
    Object ofDate(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (function.equals("HOUR_IN_DAY") && value instanceof Long millis) {
            return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).getHour();
        }
        var day = value instanceof Integer days
                ? LocalDate.ofEpochDay(days)
                : LocalDate.ofInstant(Instant.ofEpochMilli((Long) value), ZoneOffset.UTC);
        return switch (function) {
            case "CALENDAR_YEAR", "FISCAL_YEAR" -> day.getYear();
            case "CALENDAR_QUARTER", "FISCAL_QUARTER" -> (day.getMonthValue() + 2) / 3;
            case "CALENDAR_MONTH", "FISCAL_MONTH" -> day.getMonthValue();
            case "DAY_IN_MONTH" -> day.getDayOfMonth();
            case "DAY_IN_WEEK" -> day.get(ChronoField.DAY_OF_WEEK) % 7 + 1;
            case "DAY_IN_YEAR" -> day.getDayOfYear();
            case "WEEK_IN_MONTH" -> (day.getDayOfMonth() + 6) / 7;
            case "WEEK_IN_YEAR" -> (day.getDayOfYear() + 6) / 7;
            default -> day.toString();
        };
    }
}
