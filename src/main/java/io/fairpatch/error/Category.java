package io.fairpatch.error;

/** What kind of failure it is; fixes the exit code of a command and the status of an HTTP answer. */
public enum Category {
    /** A fault of ours. */
    INTERNAL(1, 500),
    /** Bad usage, configuration or input: the caller can mend it. */
    INPUT(2, 400),
    /** Changes are pending, or no feasible plan exists. */
    PENDING(3, 409),
    /** The org differs from what the plan was made on. */
    DRIFT(4, 409),
    /** Some approved writes were not confirmed. */
    PARTLY(5, 409),
    /** Sign-in failed or a right is missing. */
    ACCESS(6, 403),
    /** A limit was reached, or a server is busy: try later. */
    LIMIT(7, 503),
    /** Refused by the write policy or by the state of a proposal. */
    POLICY(8, 409),
    /** Stopped by a person. */
    INTERRUPTED(130, 499);

    private final int exitCode;
    private final int httpStatus;

    Category(int exitCode, int httpStatus) {
        this.exitCode = exitCode;
        this.httpStatus = httpStatus;
    }

    /** The exit code of a command that fails this way (CLI contract). */
    public int exitCode() {
        return exitCode;
    }

    /** The HTTP status of an answer that fails this way. */
    public int httpStatus() {
        return httpStatus;
    }
}
