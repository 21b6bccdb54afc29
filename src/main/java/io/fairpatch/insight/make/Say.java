package io.fairpatch.insight.make;

import io.fairpatch.model.Counts;
import io.fairpatch.model.Money;
import io.fairpatch.plan.Balance;
import java.util.Locale;

/** Numbers within sentences. */
final class Say {
    private Say() {}

    static String count(long number, String one, String many) {
        return Counts.of(number, one, many);
    }

    static String accounts(long number) {
        return count(number, "account", "accounts");
    }

    static String money(double cents) {
        return Money.words(cents);
    }

    static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.0f %%", 100 * share);
    }

    static String percent1(double share) {
        return String.format(Locale.ENGLISH, "%.1f %%", 100 * share);
    }

    static String ratio(double ratio) {
        if (ratio >= Balance.LARGEST_SPREAD) {
            return "over 999x";
        }
        return String.format(Locale.ENGLISH, ratio >= 1.995 ? "%.1fx" : "%.2fx", ratio);
    }

    static String number(double number) {
        String text = String.format(Locale.ENGLISH, "%,.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
