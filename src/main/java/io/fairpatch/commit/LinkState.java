package io.fairpatch.commit;

/** Where a link to be made or removed stands. */
public enum LinkState {
    /** To be done once the account's fields are in the org. */
    PLANNED,
    /** Read back and found as wanted. */
    DONE,
    /** Refused by the org, or not done for another reason that is said. */
    REJECTED,
    /** Not ours to change: it stays, and is reported. */
    LEFT;

    /** Whether the state may change to {@code next}. */
    public boolean mayBecome(LinkState next) {
        return switch (this) {
            case PLANNED -> next != PLANNED;
            case DONE, REJECTED, LEFT -> false;
        };
    }
}
