package io.fairpatch.model;

import java.util.Optional;

/**
 * A record id of a Salesforce org in its 18-character form, the last three characters being the case checksum of the
 * first fifteen.
 */
public record SalesforceId(String value) implements Comparable<SalesforceId> {
    private static final String CHECKSUM = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    public SalesforceId {
        if (value.length() != 18 || !isAlphanumeric(value)) {
            throw new IllegalArgumentException("The id (" + value + ") must be 15 or 18 letters and digits");
        }
    }

    /** Reads an id of 15 or 18 characters. */
    public static SalesforceId of(String text) {
        return new SalesforceId(text.length() == 15 ? text + checksum(text) : text);
    }

    /** The id that a text from outside is; empty when it is none. */
    public static Optional<SalesforceId> parse(String text) {
        boolean fits = (text.length() == 15 || text.length() == 18) && isAlphanumeric(text);
        return fits ? Optional.of(of(text)) : Optional.empty();
    }

    /** The three characters that make a 15-character id case-insensitive. */
    public static String checksum(String fifteen) {
        var sum = new char[3];
        for (int block = 0; block < 3; block++) {
            int bits = 0;
            for (int i = 0; i < 5; i++) {
                char c = fifteen.charAt(block * 5 + i);
                bits |= c >= 'A' && c <= 'Z' ? 1 << i : 0;
            }
            sum[block] = CHECKSUM.charAt(bits);
        }
        return new String(sum);
    }

    private static boolean isAlphanumeric(String text) {
        // a loop: a sync makes several ids a record
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(SalesforceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
