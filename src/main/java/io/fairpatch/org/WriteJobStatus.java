package io.fairpatch.org;

import org.jspecify.annotations.Nullable;

/** State of a write job. */
public record WriteJobStatus(State state, long processed, long failed, @Nullable String errorMessage) {
    /** States of Bulk API 2.0. */
    public enum State {
        OPEN,
        UPLOAD_COMPLETE,
        IN_PROGRESS,
        JOB_COMPLETE,
        FAILED,
        ABORTED;

        public boolean terminal() {
            return switch (this) {
                case OPEN, UPLOAD_COMPLETE, IN_PROGRESS -> false;
                case JOB_COMPLETE, FAILED, ABORTED -> true;
            };
        }
    }
}
