package io.fairpatch.sandbox.bulk;

/** Uploaded data that cannot be worked on at all, in the words of a real org. */
public final class BatchException extends Exception {
    private static final long serialVersionUID = 1L;

    public BatchException(String message) {
        super(message);
    }
}
