package io.fairpatch.review;

/** What a list of lines can be sorted by; nothing else reaches the database. */
public record LineSort(Key key, boolean descending) {
    /** The moves that matter most first. */
    public static final LineSort WORTH_FIRST = new LineSort(Key.WORTH, true);

    /** A column. */
    public enum Key {
        WORTH,
        POTENTIAL,
        ACCOUNT,
        FROM,
        TO,
        TERRITORY,
        RULE,
        SCORE,
        DEALS,
        CHANGE,
        DECISION;

        private String column() {
            return switch (this) {
                case WORTH -> "worth";
                case POTENTIAL -> "potential_cents";
                case ACCOUNT -> "lower(account_name)";
                case FROM -> "lower(from_name)";
                case TO -> "lower(to_name)";
                case TERRITORY -> "lower(territory)";
                case RULE -> "main_rule";
                case SCORE -> "score";
                case DEALS -> "open_deals";
                case CHANGE -> "change";
                case DECISION -> "decision";
            };
        }
    }

    /** Constant SQL; the account's id breaks ties, so that pages never overlap. */
    String orderBy() {
        // of what is never null the order is left plain, so that the index by worth serves it
        String nulls = key == Key.FROM ? " NULLS LAST" : "";
        return " ORDER BY " + key.column() + (descending ? " DESC" : " ASC") + nulls + ", account_id ";
    }
}
