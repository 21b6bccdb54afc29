package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Token.Kind;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A function on a field, written in one token such as {@code SUM(Amount)}. */
record Call(String function, Token argument) {
    /** How a conversion to the user's time zone begins, in the one way that {@link Tokens} writes it. */
    static final String CONVERTED = "convertTimezone(";

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

    /** Whether it gives the day of a time, not a number. */
    boolean isDay() {
        return function.equals("DAY_ONLY");
    }

    /** Whether a date function is of the time in the user's zone. */
    boolean convertsZone() {
        return argument.text().startsWith(CONVERTED);
    }

    /** The field that the function is of. */
    Token field() {
        return convertsZone()
                ? new Token(
                        Kind.NAME,
                        argument.text()
                                .substring(CONVERTED.length(), argument.text().length() - 1),
                        argument.position())
                : argument;
    }
}
