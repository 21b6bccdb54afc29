package io.fairpatch.web.view;

import io.fairpatch.jobs.JobState;
import io.fairpatch.model.Counts;
import io.fairpatch.plan.Balance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures in the one form used on every page. English, since the pages are. */
public final class Show {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);
    private static final long CENTS = 100;
    /** An edge such as 1 + 0.09 is no exact number. */
    private static final double ROUNDING = 1e-9;

    private Show() {}

    /** A count with thousands separated: 2,000. */
    public static String count(long count) {
        return Counts.of(count);
    }

    /** A count and its noun: "1 move", "212 moves". */
    public static String count(long count, String one, String many) {
        return Counts.of(count, one, many);
    }

    /** Money in at most three digits and a letter: 950, 12.3k, 1.4M. */
    public static String money(long cents) {
        double units = Math.abs(cents) / (double) CENTS;
        String sign = cents < 0 ? "-" : "";
        if (units < 999.5) {
            return sign + Math.round(units);
        }
        if (units < 999_500) {
            return sign + short1(units / 1_000) + "k";
        }
        if (units < 999_500_000) {
            return sign + short1(units / 1_000_000) + "M";
        }
        return sign + short1(units / 1_000_000_000) + "B";
    }

    /** Money in full, for hovering: 1,412,300. */
    public static String moneyFull(long cents) {
        return count(Math.round(cents / (double) CENTS));
    }

    /** Money with its sign, for parts of a sum: +12.3k. */
    public static String moneySigned(long cents) {
        return (cents < 0 ? "" : "+") + money(cents);
    }

    /** A share as whole percent: 0.873 is 87 %. */
    public static String percent(double share) {
        return count(Math.round(share * 100)) + "\u00a0%";
    }

    /** A share with two decimals: 1.24 %. */
    public static String percent2(@Nullable Double share) {
        return share == null ? "not known" : String.format(Locale.ROOT, "%.2f\u00a0%%", 100 * share);
    }

    /** A time with one decimal: 4.2 s. */
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f\u00a0s", seconds);
    }

    /** A small share with one decimal: 0.0123 is 1.2 %. */
    public static String percent1(double share) {
        return String.format(Locale.ENGLISH, "%.1f\u00a0%%", share * 100);
    }

    /** A share that may be missing: a rep without a target has none. */
    public static String share(@Nullable Double share) {
        return share == null ? "no target" : percent(share);
    }

    /** A share beside its band: as many decimals as it takes, up to two, not to look inside when it is outside. */
    public static String percent(double share, double low, double high) {
        boolean inside = inside(share, low, high);
        if (inside == inside(Math.round(share * 100) / 100.0, low, high)) {
            return percent(share);
        }
        return inside == inside(Math.round(share * 1_000) / 1_000.0, low, high) ? percent1(share) : percent2(share);
    }

    private static boolean inside(double share, double low, double high) {
        return share >= low - ROUNDING && share <= high + ROUNDING;
    }

    /** A ratio for sentences: 2.1x, 1.14x; where an empty book makes it as large as it is counted, that it is more. */
    public static String ratio(double ratio) {
        if (ratio >= Balance.LARGEST_SPREAD) {
            return "over 999x";
        }
        return String.format(Locale.ENGLISH, ratio >= 1.995 ? "%.1fx" : "%.2fx", ratio);
    }

    /** A number with one decimal. */
    public static String decimal(double number) {
        return String.format(Locale.ENGLISH, "%.1f", number);
    }

    /** A number with one decimal and its sign, for parts of a sum. */
    public static String signed(double number) {
        return String.format(Locale.ENGLISH, "%+.1f", number);
    }

    /** A number with two decimals and its sign, for parts of log-odds. */
    public static String signed2(double number) {
        return String.format(Locale.ENGLISH, "%+.2f", number);
    }

    /** A moment in UTC, to the minute. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** How long ago, in the largest whole unit: "12 min ago". */
    public static String ago(Instant moment, Instant now) {
        Duration age = Duration.between(moment, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toMinutes() < 60) {
            return age.toMinutes() + " min ago";
        }
        if (age.toHours() < 48) {
            return age.toHours() + " h ago";
        }
        return age.toDays() + " days ago";
    }

    /** Where a run stands, reading on after its name. */
    public static String run(JobState state) {
        return switch (state) {
            case WAITING -> "waits for its turn";
            case RUNNING -> "is under way";
            case DONE -> "is done";
            case FAILED -> "has failed";
            case STOPPED -> "was stopped";
        };
    }

    private static String short1(double number) {
        return String.format(Locale.ENGLISH, number < 99.95 ? "%.1f" : "%.0f", number);
    }
}
