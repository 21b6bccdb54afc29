package io.fairpatch.sync.readiness;

import java.util.HashMap;

/** How alike two texts are. */
final class Letters {
    private Letters() {}

    /** Dice's coefficient over pairs of letters: 0 for nothing in common, 1 for the same text. */
    static double alike(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        if (one.length() < 2 || other.length() < 2) {
            return 0;
        }
        var pairs = new HashMap<Integer, Integer>();
        for (int i = 1; i < one.length(); i++) {
            pairs.merge(pair(one, i), 1, Integer::sum);
        }
        int common = 0;
        for (int i = 1; i < other.length(); i++) {
            if (pairs.merge(pair(other, i), -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return 2.0 * common / (one.length() + other.length() - 2);
    }

    private static int pair(String text, int end) {
        return text.charAt(end - 1) << 16 | text.charAt(end);
    }
}
