package io.fairpatch.org;

import org.jspecify.annotations.Nullable;

/** State of a write job. */
public record WriteJobStatus(State state, long processed, long failed, @Nullable String errorMessage) {
    /** States of Bulk API 2.0, and one for a job that it forgot. */
    public enum State {
        OPEN,
        UPLOAD_COMPLETE,
        IN_PROGRESS,
        JOB_COMPLETE,
        FAILED,
        ABORTED,
        /** The org knows it no more: it forgets jobs that ended a week ago, and such as were deleted. */
        GONE;

        public boolean terminal() {
            return switch (this) {
                case OPEN, UPLOAD_COMPLETE, IN_PROGRESS -> false;
                case JOB_COMPLETE, FAILED, ABORTED, GONE -> true;
            };
        }
    }
}
