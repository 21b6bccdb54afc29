package io.fairpatch.sync;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as the org writes them: no grouping, a point, sometimes an exponent. Plain ones are read without an object. */
public final class Numbers {
    /** Says that a text is not a number that fits. */
    static final long NONE = Long.MIN_VALUE;

    private static final int PLAIN_DIGITS = 15;
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Numbers() {}

    /** Whether a whole number was read. */
    public static boolean known(long value) {
        return value != NONE;
    }

    /** Whole cents, half a cent up (away from zero); {@link #NONE} when the text is no number or too large. */
    public static long cents(String text) {
        int at = text.charAt(0) == '-' ? 1 : 0;
        long value = 0;
        int digits = 0;
        int decimals = -1;
        for (int i = at; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c < '0' || c > '9' || decimals == 2 || ++digits > PLAIN_DIGITS) {
                return exactCents(text);
            } else {
                value = value * 10 + (c - '0');
                decimals += decimals < 0 ? 0 : 1;
            }
        }
        long cents = decimals == 2 ? value : decimals == 1 ? value * 10 : value * 100;
        return digits == 0 ? NONE : at == 1 ? -cents : cents;
    }

    private static long exactCents(String text) {
        try {
            var amount = new BigDecimal(text);
            // by size first: 1E+999999999 must not be written out in digits
            long digitsBeforePoint = amount.precision() - (long) amount.scale();
            if (digitsBeforePoint > PLAIN_DIGITS + 1) {
                return amount.signum() == 0 ? 0 : NONE;
            }
            return digitsBeforePoint < -2
                    ? 0
                    : amount.scaleByPowerOfTen(2)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    /** A finite number, or NaN when the text is none. */
    public static double number(String text) {
        double plain = plain(text);
        return Double.isNaN(plain) ? parsed(text) : plain;
    }

    /** NaN when there is more to it. The quotient is exact to the last bit: both of its parts are whole numbers. */
    private static double plain(String text) {
        int length = text.length();
        boolean negative = text.charAt(0) == '-';
        long value = 0;
        int digits = 0;
        int point = -1;
        for (int i = negative ? 1 : 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && ++digits <= PLAIN_DIGITS) {
                value = value * 10 + (c - '0');
            } else if (c == '.' && point < 0 && digits > 0 && i < length - 1) {
                point = i;
            } else {
                return Double.NaN;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        double found = point < 0 ? value : value / POWERS[length - 1 - point];
        return negative ? -found : found;
    }

    private static double parsed(String text) {
        char last = text.charAt(text.length() - 1);
        if (last != '.' && (last < '0' || last > '9')) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** A whole number that PostgreSQL's integer holds, or {@link #NONE}. */
    public static long count(String text) {
        double value = number(text);
        return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE ? (long) value : NONE;
    }
}
