package io.fairpatch.commit;

/** How far a batch has come; each state is durable before the call that follows it. */
enum BatchState {
    /** Rows are SENT; a job may exist, but it was not told to start: nothing is written. */
    SENT,
    /** The job is being told to start: from here on rows may be written. */
    COMPLETING,
    /** The org answered that the job starts. */
    COMPLETED,
    /** The org's receipts are kept; rows it wrote wait to be read back. */
    RECEIVED,
    /** Nothing more to do. */
    DONE;

    boolean mayBecome(BatchState next) {
        return switch (this) {
            case SENT -> next == COMPLETING || next == DONE;
            case COMPLETING -> next == COMPLETED || next == DONE;
            case COMPLETED -> next == RECEIVED || next == DONE;
            case RECEIVED -> next == DONE;
            case DONE -> false;
        };
    }
}
