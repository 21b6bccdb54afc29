package io.fairpatch.acceptance;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the product must do, row by row, with what each part of the house notes of it: {@code notes/*.csv} with the columns
 * row, where (command or page), seen (value on the demo org) and guards (the change or input that the test is there to catch,
 * with "tried:" before it when it was made and the test failed).
 */
record AcceptanceRows(List<Row> rows, Map<String, String> sections, Map<String, List<Note>> notes) {
    private static final Path FOLDER = Path.of("src/test/resources/acceptance");

    record Row(String id, String what) {
        String section() {
            return id.substring(0, 1);
        }
    }

    record Note(String where, String seen, String guards) {}

    static AcceptanceRows read() throws IOException {
        var rows = records(FOLDER.resolve("rows.csv")).stream()
                .map(line -> new Row(line.getField("row"), line.getField("what")))
                .toList();
        var sections = new TreeMap<String, String>();
        records(FOLDER.resolve("sections.csv"))
                .forEach(line -> sections.put(line.getField("section"), line.getField("title")));
        var notes = new TreeMap<String, List<Note>>();
        try (var files = Files.list(FOLDER.resolve("notes"))) {
            for (Path file : files.sorted().toList()) {
                records(file).forEach(line -> notes.computeIfAbsent(line.getField("row"), row -> new ArrayList<>())
                        .add(new Note(line.getField("where"), line.getField("seen"), line.getField("guards"))));
            }
        }
        return new AcceptanceRows(rows, sections, notes);
    }

    private static List<NamedCsvRecord> records(Path file) throws IOException {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    Set<String> ids() {
        return rows.stream().map(Row::id).collect(Collectors.toSet());
    }

    Set<String> noted() {
        return notes.keySet();
    }
}
