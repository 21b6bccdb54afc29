package io.fairpatch.web.view;

import java.util.regex.Pattern;

/**
 * Sentences of ours around names that are written from right to left. Without isolation the figure after such a name is
 * drawn on its other side, beside the wrong words.
 */
public final class Bidi {
    private static final String LETTER = "[\\p{IsHebrew}\\p{IsArabic}\\p{IsSyriac}\\p{IsThaana}]";
    /** Words of one name: from its first to its last letter, with what stands between, but not over a clause's end. */
    private static final Pattern NAME =
            Pattern.compile(LETTER + "(?:[\\s\\p{M}\\p{Pd}'\"\\p{IsHebrew}\\p{IsArabic}]*" + LETTER + ")?");

    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP = "\u2069";

    private Bidi() {}

    /** The same words, each name from right to left held together by itself. */
    public static String isolated(String sentence) {
        return NAME.matcher(sentence).replaceAll(FIRST_STRONG_ISOLATE + "$0" + POP);
    }
}
