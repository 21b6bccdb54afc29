package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.FiscalYears;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Pattern;

/** Dates relative to today, such as LAST_N_DAYS:30. Weeks begin on Sunday. */
final class RelativeDates {
    private static final Pattern FIXED = Pattern.compile(
            "YESTERDAY|TODAY|TOMORROW|(LAST|NEXT)_90_DAYS|(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)");
    private static final Pattern NUMBERED =
            Pattern.compile("((LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S)"
                    + "|(N_(DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR)S_AGO)");

    private RelativeDates() {}

    /** Days from {@code start} up to but not including {@code end}. */
    record Range(LocalDate start, LocalDate end) {}

    static boolean isKnown(String name) {
        return FIXED.matcher(name).matches() || takesNumber(name);
    }

    static boolean takesNumber(String name) {
        return NUMBERED.matcher(name).matches();
    }

    static Range range(String name, int n, LocalDate today, FiscalYears fiscal) {
        switch (name) {
            case "YESTERDAY":
                return days(today, -1, 0);
            case "TODAY":
                return days(today, 0, 1);
            case "TOMORROW":
                return days(today, 1, 2);
            case "LAST_90_DAYS":
                return days(today, -90, 1);
            case "NEXT_90_DAYS":
                return days(today, 1, 91);
            case "LAST_N_DAYS":
                return days(today, -n, 1);
            case "NEXT_N_DAYS":
                return days(today, 1, n + 1);
            case "N_DAYS_AGO":
                return days(today, -n, -n + 1);
            default:
                if (!name.contains("FISCAL")) {
                    return periods(name, n, today);
                }
                var shifted = periods(name, n, fiscal.shifted(today.withDayOfMonth(1)));
                return new Range(fiscal.back(shifted.start()), fiscal.back(shifted.end()));
        }
    }

    private static Range days(LocalDate today, int from, int to) {
        return new Range(today.plusDays(from), today.plusDays(to));
    }

    private static Range periods(String name, int n, LocalDate today) {
        var period = period(name);
        if (name.endsWith("_AGO")) {
            return between(period, today, -n, -n + 1);
        }
        int count = name.contains("_N_") ? n : 1;
        if (name.startsWith("LAST_")) {
            return between(period, today, -count, 0);
        }
        return name.startsWith("NEXT_") ? between(period, today, 1, count + 1) : between(period, today, 0, 1);
    }

    private static Range between(Period period, LocalDate today, int from, int to) {
        var start = period.start(today);
        return new Range(period.move(start, from), period.move(start, to));
    }

    private static Period period(String name) {
        for (var period : Period.values()) {
            if (name.contains(period.name())) {
                return period;
            }
        }
        throw new IllegalArgumentException("no period in " + name);
    }

    private enum Period {
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        LocalDate start(LocalDate day) {
            return switch (this) {
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate move(LocalDate start, int steps) {
            return switch (this) {
                case WEEK -> start.plusWeeks(steps);
                case MONTH -> start.plusMonths(steps);
                case QUARTER -> start.plus(3L * steps, ChronoUnit.MONTHS);
                case YEAR -> start.plusYears(steps);
            };
        }
    }
}
