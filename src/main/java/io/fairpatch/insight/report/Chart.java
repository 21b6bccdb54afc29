package io.fairpatch.insight.report;

import org.jspecify.annotations.Nullable;

/**
 * The picture of a table: one bar a row.
 *
 * @param value key of the column that is drawn
 * @param low key of the lower end of a whisker, null for none
 * @param high key of its upper end
 * @param bandFrom lower end of a shaded band in the unit of the column, null for none
 * @param bandTo its upper end
 */
public record Chart(
        String title,
        String value,
        @Nullable String low,
        @Nullable String high,
        @Nullable Double bandFrom,
        @Nullable Double bandTo) {
    public static Chart bars(String title, String value) {
        return new Chart(title, value, null, null, null, null);
    }

    public static Chart intervals(String title, String value, String low, String high) {
        return new Chart(title, value, low, high, null, null);
    }

    public Chart band(double from, double to) {
        return new Chart(title, value, low, high, from, to);
    }
}
