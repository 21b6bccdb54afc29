package io.fairpatch.commit;

/** How a commit run stands. */
public enum RunState {
    /** Writing, or waiting to be resumed after a crash. */
    RUNNING,
    /** Every intent has its end. */
    FINISHED,
    /** A person stopped it after a batch. */
    STOPPED,
    /** The org stopped it; what was not written can be retried. */
    FAILED;

    boolean mayBecome(RunState next) {
        return switch (this) {
            case RUNNING -> next == FINISHED || next == STOPPED || next == FAILED;
            case FINISHED, STOPPED, FAILED -> false;
        };
    }
}
