package io.fairpatch.insight.report;

/** What a column's numbers are in. */
public enum Unit {
    TEXT,
    COUNT,
    /** Cents of the org's currency. */
    MONEY,
    /** 0.25 is 25 %. */
    SHARE,
    /** Times: 1.14 is 1.14x. */
    RATIO,
    NUMBER,
    DAYS,
    HOURS,
    /** ISO day as text. */
    DATE;

    /** What stands over values of this unit: that of amounts names their currency, where there is one to name. */
    String head(String label, String currency) {
        return this == MONEY && !currency.isEmpty() ? label + " (" + currency + ")" : label;
    }

    /** Whether values stand on the right. */
    public boolean figure() {
        return this != TEXT && this != DATE;
    }
}
