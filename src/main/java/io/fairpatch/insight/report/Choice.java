package io.fairpatch.insight.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be set on a report.
 *
 * @param values the values allowed; empty for a number
 * @param usual value when nothing is set
 * @param least smallest number allowed
 * @param most largest number allowed
 */
public record Choice(String key, String label, List<String> values, String usual, double least, double most) {
    public Choice {
        values = List.copyOf(values);
    }

    public static Choice of(String key, String label, String usual, String... others) {
        var values = new ArrayList<String>();
        values.add(usual);
        values.addAll(List.of(others));
        return new Choice(key, label, values, usual, 0, 0);
    }

    public static Choice number(String key, String label, double usual, double least, double most) {
        return new Choice(key, label, List.of(), plain(usual), least, most);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
