package io.fairpatch.score;

import io.fairpatch.model.Decimals;
import io.fairpatch.model.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighted parts of a score. Each part is rounded to a tenth and the score is the sum of the parts, so that what is shown
 * adds up exactly. Not thread-safe.
 */
final class Parts {
    /** A score of 100, in tenths: weights that round up together do not pass it. */
    private static final long FULL = 1_000;

    private final List<Reason> reasons = new ArrayList<>();
    private final List<String> assumptions = new ArrayList<>();
    private long tenths;

    /**
     * @param weight 0 to 1
     * @param value 0 to 100
     */
    void add(String rule, double weight, double value, String because) {
        long part = Math.min(FULL - tenths, Math.round(weight * value * 10));
        tenths += part;
        String sentence = because + ": " + Decimals.plain(value, 2) + " x " + Decimals.plain(weight, 4);
        reasons.add(new Reason(rule, sentence, part / 10.0));
    }

    void assume(String sentence) {
        assumptions.add(sentence);
    }

    double score() {
        return tenths / 10.0;
    }

    List<Reason> reasons() {
        return reasons;
    }

    List<String> assumptions() {
        return assumptions;
    }
}
