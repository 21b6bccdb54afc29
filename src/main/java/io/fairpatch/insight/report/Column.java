package io.fairpatch.insight.report;

/**
 * A column.
 *
 * @param key name in JSON, lower camel case
 * @param label head of the column, unit included where it is not obvious
 * @param formula how the numbers come about; empty when the label says it
 */
public record Column(String key, String label, Unit unit, String formula) {
    public static Column text(String key, String label) {
        return new Column(key, label, Unit.TEXT, "");
    }

    public static Column of(String key, String label, Unit unit) {
        return new Column(key, label, unit, "");
    }

    public static Column of(String key, String label, Unit unit, String formula) {
        return new Column(key, label, unit, formula);
    }

    Column in(String currency) {
        return new Column(key, unit.head(label, currency), unit, formula);
    }
}
