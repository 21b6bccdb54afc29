package io.fairpatch.jobs;

/** Where a job stands. */
public enum JobState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    STOPPED;

    public boolean finished() {
        return switch (this) {
            case WAITING, RUNNING -> false;
            case DONE, FAILED, STOPPED -> true;
        };
    }
}
