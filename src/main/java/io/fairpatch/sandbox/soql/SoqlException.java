package io.fairpatch.sandbox.soql;

/** A query that the org refuses, worded as a real org does. */
public final class SoqlException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int CONTEXT = 40;

    private final String errorCode;

    public SoqlException(String errorCode, String message) {
        super(message);
        this.errorCode = errorCode;
    }

    /** A refusal that points to a place in the query. */
    static SoqlException at(String errorCode, String query, int position, String message) {
        var before = query.substring(0, position);
        int row = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int lineStart = before.lastIndexOf('\n') + 1;
        int lineEnd = query.indexOf('\n', position) < 0 ? query.length() : query.indexOf('\n', position);
        int column = position - lineStart + 1;
        int from = Math.max(lineStart, position - CONTEXT);
        var excerpt = query.substring(from, Math.min(lineEnd, position + CONTEXT));
        var pointer = " ".repeat(position - from) + "^";
        return new SoqlException(
                errorCode, "\n%s\n%s\nERROR at Row:%d:Column:%d\n%s".formatted(excerpt, pointer, row, column, message));
    }

    public String errorCode() {
        return errorCode;
    }
}
