package io.fairpatch.review;

/** Which kind of change a move is: by it the write policy says who decides. */
public enum ChangeKind {
    /** For a reason that is nobody's choice, or to a rep who starts: a manager concerned decides within guardrails. */
    ROUTINE("routine", "the manager of a team concerned"),
    /** Both reps report to the same manager, who decides. */
    WITHIN_TEAM("within a team", "the manager of the team"),
    /** The reps report to different managers: both must agree. */
    BETWEEN_TEAMS("between teams", "both managers"),
    /** Part of a change of everything: managers are heard, ops or an approver decides. */
    REDESIGN("redesign", "ops or an approver, after the managers were heard"),
    /** Managers disagree: an approver decides before the deadline. */
    CONTESTED("contested", "an approver");

    private final String words;
    private final String decidedBy;

    ChangeKind(String words, String decidedBy) {
        this.words = words;
        this.decidedBy = decidedBy;
    }

    /** In a person's words. */
    public String words() {
        return words;
    }

    /** Who decides, beside ops and approvers. */
    public String decidedBy() {
        return decidedBy;
    }
}
