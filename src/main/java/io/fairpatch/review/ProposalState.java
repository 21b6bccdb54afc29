package io.fairpatch.review;

/** Where a proposal stands, and the one table of how it may go on. */
public enum ProposalState {
    /** Being put together; lines can be declined, nothing can be approved. */
    DRAFT,
    /** Submitted: the version is fixed and people decide. */
    IN_REVIEW,
    /** The commit set is fixed and fingerprinted. */
    APPROVED,
    COMMITTING,
    COMMITTED,
    PARTLY_COMMITTED,
    FAILED,
    UNDONE,
    /** Overtaken by the org or by a newer plan. */
    STALE,
    WITHDRAWN;

    /** Whether the state may change to {@code next}. */
    public boolean mayBecome(ProposalState next) {
        return switch (this) {
            case DRAFT -> next == IN_REVIEW || next == STALE || next == WITHDRAWN;
            case IN_REVIEW -> next == APPROVED || next == DRAFT || next == STALE || next == WITHDRAWN;
            case APPROVED -> next == COMMITTING || next == DRAFT || next == STALE || next == WITHDRAWN;
            case COMMITTING -> next == COMMITTED || next == PARTLY_COMMITTED || next == FAILED;
            case PARTLY_COMMITTED -> next == COMMITTING || next == UNDONE;
            case FAILED -> next == COMMITTING;
            case COMMITTED -> next == UNDONE;
            case UNDONE, STALE, WITHDRAWN -> false;
        };
    }

    /** Whether something of it is in the org, and no commit is changing that now. */
    public boolean inOrg() {
        return this == COMMITTED || this == PARTLY_COMMITTED;
    }

    /** In a person's words. */
    public String words() {
        return switch (this) {
            case DRAFT -> "draft";
            case IN_REVIEW -> "in review";
            case APPROVED -> "approved";
            case COMMITTING -> "being written";
            case COMMITTED -> "committed";
            case PARTLY_COMMITTED -> "partly committed";
            case FAILED -> "not written";
            case UNDONE -> "undone";
            case STALE -> "stale";
            case WITHDRAWN -> "withdrawn";
        };
    }
}
