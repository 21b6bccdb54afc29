package io.fairpatch.error;

import org.jspecify.annotations.Nullable;

/**
 * A failure as a person reads it: what happened, where (file, line, field, record id), why, and on a line of its own
 * what to do, starting with "Maybe". Never carries a secret or a stack trace.
 */
public record Problem(
        ErrorCode code, String what, @Nullable String where, @Nullable String why, @Nullable String advice) {

    /** Starts a problem; {@code what} is one sentence with the id and the value concerned. */
    public static Problem of(ErrorCode code, String what) {
        return new Problem(code, what, null, null, null);
    }

    /** Adds the place: file and line, field, record id or URL. */
    public Problem at(@Nullable String place) {
        return new Problem(code, what, place, why, advice);
    }

    /** Adds the cause. */
    public Problem because(@Nullable String cause) {
        return new Problem(code, what, where, cause, advice);
    }

    /** Adds what to do; the text reads on after "Maybe ". */
    public Problem maybe(String whatToDo) {
        return new Problem(code, what, where, why, "Maybe " + whatToDo);
    }

    public FairpatchException exception() {
        return new FairpatchException(this, null);
    }

    public FairpatchException exception(Throwable cause) {
        return new FairpatchException(this, cause);
    }

    /** The problem as printed on a terminal, one part a line. */
    public String render() {
        var text = new StringBuilder(code.id()).append(' ').append(what);
        if (where != null) {
            text.append("\n  at: ").append(where);
        }
        if (why != null) {
            text.append("\n  why: ").append(why);
        }
        if (advice != null) {
            text.append("\n  ").append(advice);
        }
        return text.toString();
    }
}
