package io.fairpatch.review;

/** What a line of a proposal does. */
public enum LineKind {
    /** Changes the rep of an account. */
    MOVE,
    /** Fills missing or outdated territory fields of an account that stays. Stamps are decided as one group. */
    STAMP
}
