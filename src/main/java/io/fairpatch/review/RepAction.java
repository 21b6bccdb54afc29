package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import org.jspecify.annotations.Nullable;

/**
 * Something a proposal asks for beside moving accounts. It is decided and kept with the proposal; people carry it out,
 * since it is no field that we write.
 *
 * @param number 1, 2, 3 ... within the proposal
 * @param sentence what is to be done
 */
public record RepAction(
        int number,
        Kind kind,
        SalesforceId rep,
        String repName,
        String sentence,
        Decision decision,
        @Nullable String decidedBy,
        String addedBy) {
    private static final int LONGEST = 500;

    public RepAction {
        if (sentence.isBlank() || sentence.length() > LONGEST) {
            throw new IllegalArgumentException("The sentence of an action must have 1 to " + LONGEST + " characters");
        }
    }

    /** What kind of action; the fourth kind is the move of an account, which is a line of its own. */
    public enum Kind {
        CAPACITY("capacity change"),
        SUPPORT("support change"),
        ROLE("role change");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In a person's words. */
        public String words() {
            return words;
        }
    }
}
