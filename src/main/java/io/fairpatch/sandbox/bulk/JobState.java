package io.fairpatch.sandbox.bulk;

/** Where a job stands. */
public enum JobState {
    OPEN("Open"),
    UPLOAD_COMPLETE("UploadComplete"),
    IN_PROGRESS("InProgress"),
    JOB_COMPLETE("JobComplete"),
    FAILED("Failed"),
    ABORTED("Aborted");

    private final String label;

    JobState(String label) {
        this.label = label;
    }

    /** The name in answers. */
    public String label() {
        return label;
    }

    public boolean isTerminal() {
        return switch (this) {
            case OPEN, UPLOAD_COMPLETE, IN_PROGRESS -> false;
            case JOB_COMPLETE, FAILED, ABORTED -> true;
        };
    }
}
