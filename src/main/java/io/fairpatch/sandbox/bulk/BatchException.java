package io.fairpatch.sandbox.bulk;

/** Uploaded data that cannot be worked on at all, in the words of a real org. */
public final class BatchException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String INVALID = "InvalidBatch : ";

    private final String kind;
    private final boolean saidTwice;

    private BatchException(String kind, boolean saidTwice, String what) {
        super(what);
        this.kind = kind;
        this.saidTwice = saidTwice;
    }

    /** Data that means nothing in this org. */
    public static BatchException invalid(String what) {
        return new BatchException(INVALID, true, what);
    }

    /** Data that the job's operation has no use for. */
    static BatchException refused(String what) {
        return new BatchException(INVALID, false, what);
    }

    /** Data that is not written as the job says. */
    public static BatchException unreadable(String what) {
        return new BatchException("ClientInputError : ", false, what);
    }

    /** The problem as version 1.0 says it: it names the kind of fault once. */
    public String stateMessage() {
        return kind + getMessage();
    }

    /** The problem as version 2.0 says it: of data that means nothing it names the kind twice. */
    String errorMessage() {
        return (saidTwice ? kind : "") + stateMessage();
    }
}
