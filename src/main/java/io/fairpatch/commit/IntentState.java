package io.fairpatch.commit;

/** Where one intended write stands, and the one table of how it may go on. */
public enum IntentState {
    /** To be written. */
    PLANNED,
    /** Read just now and found as planned on. */
    GUARDED,
    /** Left alone, or overwritten after us: the org holds what nobody approved against. */
    DRIFTED,
    /** Will not be written by this run. */
    CANCELLED,
    /** Handed to the org, or about to be. */
    SENT,
    /** Read back and found as approved. */
    CONFIRMED,
    /** Refused by the org. */
    REJECTED,
    /** Nobody knows until the job has ended and the row was read back. */
    UNKNOWN;

    /** Whether the state may change to {@code next}. */
    public boolean mayBecome(IntentState next) {
        return switch (this) {
            case PLANNED -> next == GUARDED || next == DRIFTED || next == CANCELLED;
            case GUARDED -> next == SENT || next == PLANNED || next == CANCELLED;
            case SENT -> next == CONFIRMED || next == REJECTED || next == UNKNOWN || next == PLANNED;
            case UNKNOWN -> next == CONFIRMED || next == PLANNED || next == DRIFTED;
            case DRIFTED, CANCELLED, CONFIRMED, REJECTED -> false;
        };
    }
}
