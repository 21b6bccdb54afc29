package io.fairpatch.doctor;

import io.fairpatch.error.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param what one sentence with the value concerned
 * @param why what goes wrong because of it; null when it passed
 * @param mend what to do; null when it passed
 */
record Verdict(CheckState state, String what, @Nullable String why, @Nullable String mend) {
    static Verdict pass(String what) {
        return new Verdict(CheckState.PASS, what, null, null);
    }

    static Verdict warn(String what, String why, String mend) {
        return new Verdict(CheckState.WARN, what, why, mend);
    }

    static Verdict fail(String what, String why, String mend) {
        return new Verdict(CheckState.FAIL, what, why, mend);
    }

    /** With the place, as the one of the check is where to mend it: which of two keys can't be read, say. */
    private static @Nullable String why(Problem problem) {
        var why = problem.why() == null ? null : problem.why().replaceAll("\\s+", " ");
        if (why == null || problem.where() == null) {
            return why == null ? problem.where() : why;
        }
        return problem.where() + ": " + why;
    }

    /** A check that could not even be made. */
    static Verdict of(Problem problem) {
        var advice = problem.advice();
        return new Verdict(CheckState.FAIL, problem.what(), why(problem), advice == null ? "Run it again." : advice);
    }
}
