package io.fairpatch.sandbox.org;

import org.jspecify.annotations.Nullable;

/**
 * What came of one write.
 *
 * @param id of the record; as sent when it failed, null when there is none
 * @param error null when written
 */
public record Outcome(@Nullable String id, boolean created, @Nullable RowError error) {
    public boolean success() {
        return error == null;
    }

    /** The outcome of a write that was refused. */
    public static Outcome refused(@Nullable String id, RowError error) {
        return new Outcome(id, false, error);
    }
}
