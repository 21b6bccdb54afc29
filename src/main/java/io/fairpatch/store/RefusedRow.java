package io.fairpatch.store;

/**
 * What did not fit.
 *
 * @param object API name, for example Account
 * @param recordId the record's id as the org gave it
 * @param field API name of the field with the value
 * @param value the value, cut to 200 characters
 * @param reason why, in plain words
 * @param kept whether the row was kept with this value left empty or mended
 */
public record RefusedRow(String object, String recordId, String field, String value, String reason, boolean kept) {
    private static final int MOST_SHOWN = 200;

    public RefusedRow {
        value = value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) : value;
        // PostgreSQL's text has no NUL
        value = value.replace('\0', '\uFFFD');
        recordId = recordId.replace('\0', '\uFFFD');
    }
}
