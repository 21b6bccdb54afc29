package io.fairpatch.sync.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** What became of a file's rows, read from its result file. */
public final class Fates {
    private Fates() {}

    /** A row that was not taken in, with why; or one that was, with a note. */
    public record Said(long line, String key, String fate, String reason) {}

    /** The first rows that were left, at most so many. */
    public static List<Said> left(Path result, int most) throws IOException {
        return said(result, most, row -> !taken(row));
    }

    /** The first rows that were taken in and have a note, at most so many. */
    public static List<Said> noted(Path result, int most) throws IOException {
        return said(result, most, row -> taken(row) && !row.getField("Reason").isEmpty());
    }

    private static boolean taken(NamedCsvRecord row) {
        return row.getField("Fate").equals("taken");
    }

    private static List<Said> said(Path result, int most, Predicate<NamedCsvRecord> wanted) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(result)) {
            return rows.stream()
                    .filter(wanted)
                    .limit(most)
                    .map(row -> new Said(
                            Long.parseLong(row.getField("Line")),
                            row.getField("Key"),
                            row.getField("Fate"),
                            row.getField("Reason")))
                    .toList();
        }
    }
}
