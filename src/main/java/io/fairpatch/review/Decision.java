package io.fairpatch.review;

/** What a person said about a line. */
public enum Decision {
    UNDECIDED,
    APPROVED,
    DECLINED,
    /** Not now: nothing is written, and the next plan may propose it again. */
    DEFERRED
}
