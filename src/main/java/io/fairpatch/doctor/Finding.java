package io.fairpatch.doctor;

import org.jspecify.annotations.Nullable;

/**
 * A numbered result.
 *
 * @param id stable name of the check
 * @param what one sentence
 * @param why what goes wrong because of it; null when it passed
 * @param mend what to do; null when it passed
 * @param where the place to mend it: a file, or a path through the org's Setup
 */
public record Finding(
        int number,
        String id,
        Area area,
        String title,
        CheckState state,
        String what,
        @Nullable String why,
        @Nullable String mend,
        String where) {
    static Finding of(int number, Check check, Verdict verdict) {
        return new Finding(
                number,
                check.id(),
                check.area(),
                check.title(),
                verdict.state(),
                verdict.what(),
                verdict.why(),
                verdict.mend(),
                check.where());
    }
}
