package io.fairpatch.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person most likely meant to type. */
final class Nearest {
    private Nearest() {}

    /** The candidate with the fewest letters to change, if at most a third of the word, and at least two, differ. */
    static Optional<String> to(String typed, Collection<String> candidates) {
        int most = Math.max(2, typed.length() / 3);
        return candidates.stream()
                .filter(candidate -> distance(typed, candidate) <= most)
                .min(Comparator.comparingInt((String candidate) -> distance(typed, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's edit distance, letter case and dashes aside. */
    private static int distance(String typed, String candidate) {
        String a = plain(typed);
        String b = plain(candidate);
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
