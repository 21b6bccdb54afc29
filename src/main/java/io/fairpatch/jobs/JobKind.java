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

    /** Whether it may rest half-way: a search holds nothing open, in the org or in the database. */
    public boolean mayRest() {
        return switch (this) {
            case PLAN, COMPARE -> true;
            case SYNC, SCORE, PROPOSE, COMMIT -> false;
        };
    }

    /** The kind as people read it. */
    public String label() {
        return label;
    }
}
