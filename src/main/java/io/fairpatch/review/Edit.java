package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;

/**
 * A target set by hand.
 *
 * @param note why, in the person's words
 */
public record Edit(SalesforceId account, SalesforceId to, String note) {
    private static final int LONGEST_NOTE = 500;

    public Edit {
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(
                    "The note of an edit must have 1 to " + LONGEST_NOTE + " characters, not " + note.length());
        }
    }
}
