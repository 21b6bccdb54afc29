package io.fairpatch.plan.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One of three ways to make books fair: other accounts, other reps, other quotas.
 *
 * @param name what is changed
 * @param how by which scenario
 * @param potential highest over lowest potential for its target, or its quota, afterwards
 * @param work highest over lowest hours for their capacity afterwards
 * @param moves accounts that change their rep
 * @param relationships moved accounts that buy from us or were active in the last 90 days
 * @param hires reps to be hired
 * @param quotaPassed share of all quota that passes between reps
 * @param sentence what it brings and what it takes, with numbers
 */
public record Remedy(
        String name,
        String how,
        double potential,
        double work,
        int moves,
        int relationships,
        int hires,
        double quotaPassed,
        String sentence) {
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
        remedies.add(requoted(columns.get(0).result()));
        return remedies;
    }

    private static Remedy planned(String name, Comparison.Column column) {
        ScenarioResult result = column.result();
        return new Remedy(
                name,
                column.title(),
                result.after().potential().spread(),
                result.after().work().spread(),
                result.change().moves(),
                result.change().relationships(),
                result.vacancies(),
                0,
                column.title() + ": " + Comparison.effect(result) + ".");
    }

    /** Books and work stay; each quota follows the potential that its book has. */
    private static Remedy requoted(ScenarioResult result) {
        return new Remedy(
                "Adjust quotas",
                "Quotas in step with the books as they are",
                1,
                result.before().work().spread(),
                0,
                0,
                0,
                result.quota().sharePassed(),
                quotas(result));
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
