package io.fairpatch.insight;

/** What the list of accounts can be sorted by; nothing else reaches the database. */
public record AccountSort(Key key, boolean descending) {
    /** Most money first. */
    public static final AccountSort POTENTIAL_FIRST = new AccountSort(Key.POTENTIAL, true);

    /** A column. */
    public enum Key {
        POTENTIAL,
        SCORE,
        NAME;

        private String column() {
            return switch (this) {
                case POTENTIAL -> "s.potential_cents";
                case SCORE -> "s.score";
                case NAME -> "lower(a.name)";
            };
        }
    }

    /** Constant SQL; the account's id breaks ties, so that pages never overlap. */
    String orderBy() {
        return " ORDER BY " + key.column() + (descending ? " DESC" : " ASC") + ", s.account_id ";
    }
}
