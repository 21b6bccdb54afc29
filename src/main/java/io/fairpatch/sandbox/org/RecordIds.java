package io.fairpatch.sandbox.org;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ids of records: a key prefix of 3 characters, a pod of 3, a number of 9 in base 62, and a checksum of 3 that keeps ids
 * apart when letter case is lost.
 */
public final class RecordIds {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z]{15}(?:[A-Za-z0-5]{3})?");
    private static final int SHORT_LENGTH = 15;
    private static final int NUMBER_LENGTH = 9;

    private RecordIds() {}

    /** The id of 18 characters with this prefix, pod and number. */
    public static String of(String keyPrefix, String pod, long number) {
        var digits = new char[NUMBER_LENGTH];
        long rest = number;
        for (int i = NUMBER_LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        var id = keyPrefix + pod + new String(digits);
        return id + checksum(id);
    }

    /** The number inside an id. */
    static long number(String id) {
        long number = 0;
        for (int i = SHORT_LENGTH - NUMBER_LENGTH; i < SHORT_LENGTH; i++) {
            number = number * DIGITS.length() + DIGITS.indexOf(id.charAt(i));
        }
        return number;
    }

    /** The form of 18 characters of an id of 15 or 18; empty when the text is no id or its checksum is wrong. */
    public static Optional<String> normalise(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        var id = text.substring(0, SHORT_LENGTH);
        var full = id + checksum(id);
        boolean sound = text.length() == SHORT_LENGTH
                || full.equals(id + text.substring(SHORT_LENGTH).toUpperCase(Locale.ROOT));
        return sound ? Optional.of(full) : Optional.empty();
    }

    private static String checksum(String id) {
        var sum = new StringBuilder(3);
        for (int chunk = 0; chunk < SHORT_LENGTH; chunk += 5) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                if (Character.isUpperCase(id.charAt(chunk + i))) {
                    bits |= 1 << i;
                }
            }
            sum.append(CHECKSUM.charAt(bits));
        }
        return sum.toString();
    }
}
