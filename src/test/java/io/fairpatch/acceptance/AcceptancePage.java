package io.fairpatch.acceptance;

import io.fairpatch.acceptance.AcceptanceRows.Note;
import io.fairpatch.acceptance.AcceptanceRows.Row;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page: a table for each section. */
final class AcceptancePage {
    private AcceptancePage() {}

    static String of(Map<String, SortedSet<String>> tests, AcceptanceRows rows) {
        long held =
                rows.rows().stream().filter(row -> tests.containsKey(row.id())).count();
        var page = new StringBuilder("# What the product must do, and which test holds it\n\n")
                .append("Made from the tests; do not edit. ")
                .append(held)
                .append(" of ")
                .append(rows.rows().size())
                .append(" rows are held by a test that names them. ")
                .append("Write it anew: `mvn test -Dtest=AcceptanceTest -Dacceptance.write=true`. ")
                .append(
                        "Seen: on the demo org, on the day of the note. Guards against: the change or input that the test is there to catch; \"tried\" where it was made and the test failed.\n");
        rows.sections().forEach((section, title) -> {
            page.append("\n## ").append(section).append(". ").append(title).append("\n\n");
            page.append(
                    "| # | what must hold | test | command or page | seen | guards against |\n|---|---|---|---|---|---|\n");
            rows.rows().stream()
                    .filter(row -> row.section().equals(section))
                    .forEach(row -> page.append(line(row, tests.getOrDefault(row.id(), new TreeSet<>()), rows)));
        });
        return page.toString();
    }

    private static String line(Row row, SortedSet<String> tests, AcceptanceRows rows) {
        var notes = rows.notes().getOrDefault(row.id(), List.of());
        return "| " + row.id() + " | " + cell(row.what()) + " | "
                + tests.stream().map(test -> "`" + test + "`").collect(Collectors.joining("<br>")) + " | "
                + joined(notes, Note::where) + " | " + joined(notes, Note::seen) + " | "
                + joined(notes, Note::guards) + " |\n";
    }

    private static String joined(List<Note> notes, Function<Note, String> part) {
        return notes.stream()
                .map(part)
                .map(AcceptancePage::cell)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("<br>"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ").strip();
    }
}
