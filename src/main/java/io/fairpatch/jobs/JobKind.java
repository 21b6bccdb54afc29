package io.fairpatch.jobs;

/** The use cases that run as jobs. */
public enum JobKind {
    SYNC("Sync"),
    SCORE("Score"),
    PLAN("Plan"),
    COMPARE("Compare"),
    PROPOSE("Propose"),
    COMMIT("Commit");

    private final String label;

    JobKind(String label) {
        this.label = label;
    }

    /** The kind as people read it. */
    public String label() {
        return label;
    }
}
