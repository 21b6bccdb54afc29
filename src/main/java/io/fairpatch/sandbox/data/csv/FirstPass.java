package io.fairpatch.sandbox.data.csv;

import io.fairpatch.sandbox.data.CustomField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a file through once: checks every row and finds out what the custom fields hold. */
final class FirstPass {
    private final CsvFile file;
    private final Columns columns;
    private final List<CellType> types;
    private final List<TypeGuess> guesses = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private FirstPass(CsvFile file, Columns columns) {
        this.file = file;
        this.columns = columns;
        types = columns.names().stream().map(CellType::of).toList();
        columns.names().forEach(name -> guesses.add(new TypeGuess()));
    }

    /** The custom fields of the file. */
    static List<CustomField> over(CsvFile file, Columns columns) {
        var pass = new FirstPass(file, columns);
        try (var rows = CsvRows.open(file.path())) {
            rows.next();
            for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                pass.check(row);
            }
        }
        return pass.customFields();
    }

    private void check(CsvRows.Row row) {
        List<String> cells = row.cells();
        checkLength(cells.size(), row.line());
        for (int i = 0; i < cells.size(); i++) {
            checkText(cells.get(i), row.line(), i);
            checkCell(cells.get(i), row.line(), i);
        }
        checkId(cells.get(columns.idColumn()), row.line());
    }

    private void checkLength(int cells, long line) {
        int expected = columns.names().size();
        if (cells != expected) {
            String what = "Line %d of %s has %d values, but there are %d columns.";
            throw file.problem(what.formatted(line, file.name(), cells, expected), line)
                    .maybe("a text with a comma or a line break is not between double quotes.")
                    .exception();
        }
    }

    private void checkText(String cell, long line, int column) {
        if (cell.indexOf('\0') >= 0) {
            throw file.problem("A value of " + file.name() + " contains a NUL character.", line, name(column))
                    .because("A database cannot hold it, and no CRM exports it.")
                    .maybe("the file was cut or is not text: export it again.")
                    .exception();
        }
    }

    private void checkCell(String cell, long line, int column) {
        if (columns.custom().get(column)) {
            guesses.get(column).see(cell);
            return;
        }
        CellType type = types.get(column);
        if (!cell.isEmpty() && !type.accepts(cell)) {
            throw file.problem(
                            "The " + name(column) + " of a row in " + file.name() + " is '" + cell + "'.",
                            line,
                            name(column))
                    .because("It must be " + type.wanted() + ".")
                    .maybe("write it as " + type.example() + ".")
                    .exception();
        }
    }

    private void checkId(String id, long line) {
        if (id.isEmpty()) {
            throw file.problem("A row of " + file.name() + " has no Id.", line, "Id")
                    .maybe("give each row any text that no other row of the file has.")
                    .exception();
        }
        if (!ids.add(id)) {
            throw file.problem("The Id '" + id + "' is in " + file.name() + " twice.", line, "Id")
                    .because("An Id names one row of a file.")
                    .maybe("remove the row, or give it an Id of its own.")
                    .exception();
        }
    }

    private List<CustomField> customFields() {
        var fields = new ArrayList<CustomField>();
        for (int i = 0; i < columns.names().size(); i++) {
            if (columns.custom().get(i)) {
                String label = columns.headers().get(i).replaceAll("__c$", "").replace('_', ' ');
                fields.add(guesses.get(i).field(file.object(), name(i), label));
            }
        }
        return fields;
    }

    private String name(int column) {
        return columns.names().get(column);
    }
}
