package io.fairpatch.sandbox.org;

import java.util.List;

/** Why a record was not written, as the org words it. */
public record RowError(String statusCode, String message, List<String> fields) {
    public RowError {
        fields = List.copyOf(fields);
    }

    public static RowError of(String statusCode, String message, String... fields) {
        return new RowError(statusCode, message, List.of(fields));
    }

    /** The form in bulk results. */
    public String bulkText() {
        return statusCode + ":" + message + ":" + String.join(", ", fields) + " --";
    }
}
