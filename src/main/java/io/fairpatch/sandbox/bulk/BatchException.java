package io.fairpatch.sandbox.bulk;

/** Uploaded data that cannot be worked on at all, in the words of a real org. */
public final class BatchException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String INVALID = "InvalidBatch : ";

    private final boolean readable;

    private BatchException(boolean readable, String what) {
        super(what);
        this.readable = readable;
    }

    /** Data that means nothing in this org. */
    public static BatchException invalid(String what) {
        return new BatchException(true, what);
    }

    /** Data that is not written as the job says. */
    public static BatchException unreadable(String what) {
        return new BatchException(false, what);
    }

    /** The problem as version 1.0 says it: it names the kind of fault once. */
    public String stateMessage() {
        return (readable ? INVALID : "ClientInputError : ") + getMessage();
    }

    /** The problem as version 2.0 says it: of data that it could read it names the kind twice. */
    String errorMessage() {
        return (readable ? INVALID : "") + stateMessage();
    }
}
