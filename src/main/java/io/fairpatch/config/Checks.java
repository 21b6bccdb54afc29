package io.fairpatch.config;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Range checks that name the key. The loader adds file and line. */
final class Checks {
    private Checks() {}

    static void between(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("The value (" + plain(value) + ") of " + key + " must be between "
                    + plain(least) + " and " + plain(most));
        }
    }

    /** A number as a person writes it, at most six decimals. */
    static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    static void that(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
