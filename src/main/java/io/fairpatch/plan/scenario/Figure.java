package io.fairpatch.plan.scenario;

import io.fairpatch.model.Counts;
import io.fairpatch.model.Money;
import io.fairpatch.plan.Balance;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The rows of a comparison. */
public enum Figure {
    SPREAD(
            "Potential, highest over lowest book",
            Better.LOW,
            it -> it.after().potential().spread(),
            it -> ratio(it.after().potential())),
    WORK(
            "Work, highest over lowest book",
            Better.LOW,
            it -> it.after().work().spread(),
            it -> ratio(it.after().work())),
    TIER1(
            "Tier 1 accounts a full rep",
            Better.LOW,
            it -> it.after().tier1().variation(),
            it -> range(it.after().tier1())),
    CUSTOMERS(
            "Customers a full rep",
            Better.LOW,
            it -> it.after().customers().variation(),
            it -> range(it.after().customers())),
    SCORE(
            "Balance score, 0 to 100",
            Better.HIGH,
            it -> it.after().score(),
            it -> one(it.after().score())),
    MOVES(
            "Accounts that move",
            Better.LOW,
            it -> it.change().moves(),
            it -> Counts.of(it.change().moves())),
    VALUE(
            "Potential that moves",
            Better.LOW,
            it -> it.change().potentialCents(),
            it -> Money.words(it.change().potentialCents())),
    RELATIONSHIPS(
            "Relationships that end",
            Better.LOW,
            it -> it.change().relationships(),
            it -> Counts.of(it.change().relationships())),
    TRAVEL(
            "Travel, km a year",
            Better.LOW,
            it -> it.after().travelKm(),
            it -> Counts.of(it.after().travelKm())),
    COMPACTNESS(
            "Neighbouring places with one rep, about",
            Better.HIGH,
            it -> it.after().compactness(),
            it -> percent(it.after().compactness())),
    BOOKS(
            "Books outside their band of potential",
            Better.LOW,
            it -> it.after().booksOutside(),
            it -> Counts.of(it.after().booksOutside())),
    RULES(
            "Accounts whose own rules (named, language, clearance) are broken",
            Better.LOW,
            ScenarioResult::rulesBroken,
            it -> Counts.of(it.rulesBroken())),
    VACANCIES("Reps to be hired", Better.LOW, ScenarioResult::vacancies, it -> Counts.of(it.vacancies())),
    GAP("Above the best possible, at most", Better.NEITHER, it -> 0, Figure::gap),
    STATUS("All bands and rules met", Better.LOW, it -> it.feasible() ? 0 : 1, it -> it.feasible() ? "yes" : "no");

    /** Which end of a row is the better one. */
    enum Better {
        LOW,
        HIGH,
        NEITHER
    }

    private final String label;
    private final Better better;
    private final ToDoubleFunction<ScenarioResult> value;
    private final Function<ScenarioResult, String> words;

    Figure(
            String label,
            Better better,
            ToDoubleFunction<ScenarioResult> value,
            Function<ScenarioResult, String> words) {
        this.label = label;
        this.better = better;
        this.value = value;
        this.words = words;
    }

    public String label() {
        return label;
    }

    /** As a person reads it. */
    public String words(ScenarioResult result) {
        return words.apply(result);
    }

    double value(ScenarioResult result) {
        return value.applyAsDouble(result);
    }

    /** Less than 0 when the first is better. */
    int compare(ScenarioResult one, ScenarioResult other) {
        int order = words(one).equals(words(other)) ? 0 : Double.compare(value(one), value(other));
        return switch (better) {
            case LOW -> order;
            case HIGH -> -order;
            case NEITHER -> 0;
        };
    }

    private static String ratio(Balance balance) {
        return String.format(Locale.ROOT, "%.2f", balance.spread());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String range(Balance balance) {
        return one(balance.lowest()) + " to " + one(balance.highest());
    }

    private static String gap(ScenarioResult result) {
        Double gap = result.gap();
        return gap == null ? "not known" : String.format(Locale.ROOT, "%.2f %%", 100 * gap);
    }
}
