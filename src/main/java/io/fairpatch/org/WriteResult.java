package io.fairpatch.org;

import org.jspecify.annotations.Nullable;

/**
 * One row's fate.
 *
 * @param errorCode the org's status code when failed, for example UNABLE_TO_LOCK_ROW
 */
public record WriteResult(String id, Fate fate, @Nullable String errorCode, @Nullable String message) {
    /** What became of the row. */
    public enum Fate {
        WRITTEN,
        FAILED,
        UNPROCESSED
    }
}
