package io.fairpatch.web.page;

import io.fairpatch.jobs.JobKind;

/** The steps of the story that a button starts, in their order. */
enum Starts {
    SYNC(JobKind.SYNC, "Copy the org", "Accounts, deals and people are being read; nothing is written."),
    SCORE(JobKind.SCORE, "Score", "Every account is being given its score and potential."),
    PLAN(JobKind.PLAN, "Plan", "Territories are being balanced on the last copy and its scores."),
    PROPOSE(JobKind.PROPOSE, "Propose", "The newest plan is being made a proposal for people to decide on.");

    private final JobKind kind;
    private final String button;
    private final String begun;

    Starts(JobKind kind, String button, String begun) {
        this.kind = kind;
        this.button = button;
        this.begun = begun;
    }

    JobKind kind() {
        return kind;
    }

    String button() {
        return button;
    }

    /** What it does, in one sentence. */
    String begun() {
        return begun;
    }
}
