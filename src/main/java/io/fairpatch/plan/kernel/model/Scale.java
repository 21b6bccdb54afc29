package io.fairpatch.plan.kernel.model;

import java.math.BigDecimal;

/**
 * Amounts are longs in millionths, so that sums are exact. The whole file of a problem must stay below 2^62 in every
 * sum, which {@link ProblemBuilder} checks.
 */
public final class Scale {
    /** Millionths in one. */
    public static final long ONE = 1_000_000L;

    /** Decimals kept. */
    public static final int DECIMALS = 6;

    /** Largest magnitude a single amount may have, in millionths: 10^12 units. */
    public static final long LARGEST = 1_000_000_000_000L * ONE;

    private Scale() {}

    /** The amount as a decimal without trailing zeros: 3200000 becomes 3.2. */
    public static BigDecimal decimal(long millionths) {
        var value = BigDecimal.valueOf(millionths, DECIMALS).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** The amount as a person reads it. */
    public static String text(long millionths) {
        return decimal(millionths).toPlainString();
    }
}
