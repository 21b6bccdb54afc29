package io.fairpatch.plan.scenario;

import io.fairpatch.model.Counts;
import io.fairpatch.model.Money;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Scenarios side by side: what to conclude, and the best of each row. */
public record Comparison(List<Column> columns) {
    public Comparison {
        columns = List.copyOf(columns);
    }

    /** One scenario and what came of it. */
    public record Column(String title, ScenarioResult result) {}

    /** One figure of all scenarios. {@code best} holds for those that share the best value, unless all do. */
    public record Row(Figure figure, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public record Cell(String words, boolean best) {}

    /** The figures that say something here. */
    public List<Row> rows() {
        return Arrays.stream(Figure.values())
                .filter(figure -> figure != Figure.VACANCIES
                        || columns.stream().anyMatch(column -> column.result().vacancies() > 0))
                .map(this::row)
                .toList();
    }

    private Row row(Figure figure) {
        long shared = columns.stream().filter(column -> isBest(figure, column)).count();
        return new Row(
                figure,
                columns.stream()
                        .map(column -> new Cell(
                                figure.words(column.result()), shared < columns.size() && isBest(figure, column)))
                        .toList());
    }

    private boolean isBest(Figure figure, Column column) {
        return columns.stream().allMatch(other -> figure.compare(column.result(), other.result()) <= 0);
    }

    /** What to conclude: the fairest, and the one that moves least. */
    public String sentence() {
        if (columns.isEmpty()) {
            return "No scenario was compared yet.";
        }
        Column fairest = best(Figure.SPREAD, Figure.MOVES);
        Column calmest = best(Figure.MOVES, Figure.SPREAD);
        if (fairest.equals(calmest)) {
            return fairest.title() + " is " + (columns.size() > 1 ? "fairest and moves least" : "at") + ": "
                    + Figure.SPREAD.words(fairest.result()) + ", " + moves(fairest) + ".";
        }
        return fairest.title() + " is fairest (" + Figure.SPREAD.words(fairest.result()) + ") and moves "
                + moves(fairest) + "; " + calmest.title() + " moves "
                + Figure.MOVES.words(calmest.result()) + " for " + Figure.SPREAD.words(calmest.result()) + ".";
    }

    private Column best(Figure first, Figure second) {
        Comparator<Column> order = (one, other) -> first.compare(one.result(), other.result());
        return columns.stream()
                .min(order.thenComparing((one, other) -> second.compare(one.result(), other.result())))
                .orElseThrow();
    }

    private static String moves(Column column) {
        return Counts.of(column.result().change().moves(), "account", "accounts");
    }

    /** The three remedies against uneven books, as far as scenarios for them are here. */
    public List<Remedy> remedies() {
        return Remedy.of(columns);
    }

    /** What a scenario brings and what it takes, in one sentence. */
    public static String effect(ScenarioResult result) {
        return String.format(
                Locale.ROOT,
                "potential from %.2f to %.2f, work from %.2f to %.2f; %s worth %s would move, %s",
                result.before().potential().spread(),
                result.after().potential().spread(),
                result.before().work().spread(),
                result.after().work().spread(),
                Counts.of(result.change().moves(), "account", "accounts"),
                Money.words(result.change().potentialCents()),
                Counts.of(result.change().relationships(), "relationship ends", "relationships end"));
    }
}
