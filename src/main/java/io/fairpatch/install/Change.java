package io.fairpatch.install;

/**
 * One thing that the org lacks.
 *
 * @param kind what it is
 * @param what in words, for example {@code Account.Territory__c  Text of 80 (Territory)}
 */
public record Change(Kind kind, String what) {
    /** Kinds of changes, in the order in which they are shown. */
    public enum Kind {
        OBJECT("object"),
        FIELD("field"),
        PERMISSION_SET("permission set"),
        GRANT("right"),
        CARD("card");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
