package io.fairpatch.web.view;

import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cells of reports as they are shown. */
public final class Cells {
    private Cells() {}

    /** Short: money in at most three digits and a letter, shares in percent; a dash for nothing. */
    public static String show(Unit unit, Value value) {
        if (value.text() != null) {
            return value.text();
        }
        Double number = value.number();
        if (number == null) {
            return unit.figure() ? "\u2013" : "";
        }
        return switch (unit) {
            case MONEY -> Show.money(Math.round(number));
            case COUNT, DAYS -> Show.count(Math.round(number));
            case SHARE -> Math.abs(number) < 0.1 ? Show.percent1(number) : Show.percent(number);
            case RATIO -> Show.ratio(number);
            case HOURS -> String.format(Locale.ENGLISH, "%,.0f", number);
            case NUMBER -> number(number);
            case TEXT, DATE -> number.toString();
        };
    }

    /** In full, for hovering; null when the short form says all. */
    public static @Nullable String full(Unit unit, Value value) {
        Double number = value.number();
        if (number == null) {
            return null;
        }
        return switch (unit) {
            case MONEY -> Show.moneyFull(Math.round(number));
            case SHARE -> Show.percent1(number);
            case COUNT, DAYS, RATIO, HOURS, NUMBER, TEXT, DATE -> null;
        };
    }

    private static String number(double number) {
        return Math.abs(number) < 1
                ? String.format(Locale.ENGLISH, "%.2f", number)
                : String.format(Locale.ENGLISH, "%,.1f", number);
    }
}
