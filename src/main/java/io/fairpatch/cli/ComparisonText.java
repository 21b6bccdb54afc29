package io.fairpatch.cli;

import io.fairpatch.plan.scenario.Comparison;
import io.fairpatch.plan.scenario.Comparison.Cell;
import io.fairpatch.plan.scenario.Comparison.Column;
import java.util.ArrayList;
import java.util.List;

/** A comparison as text: a table, then why plans fall short, then the three remedies. */
final class ComparisonText {
    private ComparisonText() {}

    static String of(Comparison comparison) {
        var lines = new ArrayList<String>();
        lines.add(Words.plain(comparison.sentence()));
        lines.add("");
        lines.addAll(table(comparison));
        comparison.columns().forEach(column -> shortfall(column, lines));
        lines.add("");
        comparison.remedies().forEach(remedy -> lines.add(remedy.name() + ". " + Words.plain(remedy.sentence())));
        return String.join("\n", lines);
    }

    private static List<String> table(Comparison comparison) {
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<String>();
        head.add("");
        comparison.columns().forEach(column -> head.add(Words.plain(column.title())));
        rows.add(head);
        for (Comparison.Row row : comparison.rows()) {
            var cells = new ArrayList<String>();
            cells.add(row.figure().label());
            for (Cell cell : row.cells()) {
                cells.add(cell.words() + (cell.best() ? " *" : "  "));
            }
            rows.add(cells);
        }
        return rows.stream().map(cells -> line(cells, rows)).toList();
    }

    private static String line(List<String> cells, List<List<String>> rows) {
        var line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            int column = i;
            int width = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            String pad = " ".repeat(width - cells.get(i).length());
            line.append(i == 0 ? cells.get(i) + pad : "  " + pad + cells.get(i));
        }
        return line.toString().stripTrailing();
    }

    private static void shortfall(Column column, List<String> lines) {
        if (!column.result().feasible()) {
            lines.add("");
            lines.add(Words.plain(column.title()) + " does not meet all bands and rules.");
            column.result().waysOut().forEach(way -> lines.add("  Way out: " + Words.plain(way)));
        }
    }
}
