package io.fairpatch.sandbox.org;

/** A record cannot be written. */
public final class RowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RowError error;

    RowException(RowError error) {
        super(error.bulkText());
        this.error = error;
    }

    RowException(String statusCode, String message, String... fields) {
        this(RowError.of(statusCode, message, fields));
    }

    public RowError error() {
        return error;
    }
}
