package io.fairpatch.review;

/** What a person said about a line. */
public enum Decision {
    UNDECIDED,
    APPROVED,
    DECLINED
}
