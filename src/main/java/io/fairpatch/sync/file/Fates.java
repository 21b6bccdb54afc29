package io.fairpatch.sync.file;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What became of a file's rows, read from its result file. */
public final class Fates {
    private Fates() {}

    /** A row that was not taken in, with why. */
    public record Left(long line, String key, String fate, String reason) {}

    /** The first rows that were left, at most so many. */
    public static List<Left> left(Path result, int most) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(result)) {
            return rows.stream()
                    .filter(row -> !row.getField("Fate").equals("taken"))
                    .limit(most)
                    .map(row -> new Left(
                            Long.parseLong(row.getField("Line")),
                            row.getField("Key"),
                            row.getField("Fate"),
                            row.getField("Reason")))
                    .toList();
        }
    }
}
