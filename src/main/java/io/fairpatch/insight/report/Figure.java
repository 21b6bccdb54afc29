package io.fairpatch.insight.report;

/**
 * A number that stands above the table.
 *
 * @param formula how it comes about, in words
 */
public record Figure(String label, Unit unit, Value value, String formula) {
    public static Figure of(String label, Unit unit, double number, String formula) {
        return new Figure(label, unit, Value.of(number), formula);
    }

    Figure in(String currency) {
        return new Figure(unit.head(label, currency), unit, value, formula);
    }

    public static Figure text(String label, String text, String formula) {
        return new Figure(label, Unit.TEXT, Value.of(text), formula);
    }
}
