package io.fairpatch.model;

import java.util.Locale;

/** Counts within sentences. English, as all that people read here. */
public final class Counts {
    private Counts() {}

    /** With thousands separated: 2,000. */
    public static String of(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /** With its noun: "1 move", "2,120 moves". */
    public static String of(long count, String one, String many) {
        return of(count) + " " + (count == 1 ? one : many);
    }
}
