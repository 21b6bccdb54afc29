package io.fairpatch.model;

/**
 * Numbers as text, with a point and in groups of three, whatever the machine's language. Scores of a million accounts are
 * said in sentences, which {@code String.format} would spend most of the time on.
 */
public final class Decimals {
    private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Decimals() {}

    /**
     * Rounded half up.
     *
     * @param decimals 0 to 6, all of them shown
     */
    public static String fixed(double value, int decimals) {
        long scaled = Math.round(Math.abs(value) * TENS[decimals]);
        String sign = value < 0 && scaled > 0 ? "-" : "";
        String whole = sign + grouped(scaled / TENS[decimals]);
        if (decimals == 0) {
            return whole;
        }
        String part = Long.toString(TENS[decimals] + scaled % TENS[decimals]);
        return whole + '.' + part.substring(1);
    }

    /** Rounded half up to at most so many decimals; those that are zero at the end are left out. */
    public static String plain(double value, int decimals) {
        String text = fixed(value, decimals);
        int end = text.length();
        while (decimals > 0 && text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, decimals > 0 && text.charAt(end - 1) == '.' ? end - 1 : end);
    }

    /** A share as a percentage with its sign, +25 %. */
    public static String change(double share) {
        String text = fixed(100 * share, 0);
        return (text.startsWith("-") ? text : "+" + text) + " %";
    }

    /** 12,400. */
    public static String grouped(long number) {
        String digits = Long.toString(Math.abs(number));
        var text = new StringBuilder(digits.length() * 4 / 3 + 2);
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return number < 0 ? "-" + text : text.toString();
    }
}
