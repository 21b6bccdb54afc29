package io.fairpatch.plan.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One of three ways to make books fair: other accounts, other reps, other quotas.
 *
 * @param name what is changed
 * @param sentence what it brings and what it takes, with numbers
 */
public record Remedy(String name, String sentence) {
    static List<Remedy> of(List<Comparison.Column> columns) {
        var remedies = new ArrayList<Remedy>();
        if (columns.isEmpty()) {
            return remedies;
        }
        columns.stream()
                .filter(column -> column.result().vacancies() == 0)
                .min((one, other) -> Figure.SPREAD.compare(one.result(), other.result()))
                .ifPresent(column -> remedies.add(planned("Move accounts", column)));
        columns.stream()
                .filter(column -> column.result().vacancies() > 0)
                .min((one, other) -> Figure.SPREAD.compare(one.result(), other.result()))
                .ifPresent(column -> remedies.add(planned("Change reps", column)));
        remedies.add(new Remedy("Adjust quotas", quotas(columns.get(0).result())));
        return remedies;
    }

    private static Remedy planned(String name, Comparison.Column column) {
        return new Remedy(name, column.title() + ": " + Comparison.effect(column.result()) + ".");
    }

    private static String quotas(ScenarioResult result) {
        QuotaShift quota = result.quota();
        return String.format(
                Locale.ROOT,
                "Nothing moves: %.1f %% of all quota passes between reps, %d quotas change by more than a tenth, potential"
                        + " over quota becomes 1.00. Work stays at %.2f, and the largest quota of a full rep is %.2f times"
                        + " the smallest.",
                100 * quota.sharePassed(),
                quota.repsTouched(),
                result.before().work().spread(),
                quota.spread());
    }
}
