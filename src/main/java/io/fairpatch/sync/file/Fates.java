package io.fairpatch.sync.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.fairpatch.sync.file.RowReading.Fate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What became of a file's rows, read from its result file. */
public final class Fates {
    private Fates() {}

    /** A row that was not taken in, with why; or one that was, with a note. */
    public record Said(long line, String key, String fate, String reason) {}

    /**
     * How many rows came to which end; they add up.
     *
     * @param noted those among the taken that have a note
     */
    public record Tally(long rows, long taken, long unmatched, long ambiguous, long refused, long noted) {}

    /** Counts all rows. */
    public static Tally tally(Path result) throws IOException {
        var fates = new EnumMap<Fate, Long>(Fate.class);
        long noted = 0;
        try (var rows = CsvReader.builder().ofNamedCsvRecord(result)) {
            for (var row : rows) {
                fates.merge(Fate.valueOf(row.getField("Fate").toUpperCase(Locale.ROOT)), 1L, Long::sum);
                noted += taken(row) && !row.getField("Reason").isEmpty() ? 1 : 0;
            }
        }
        return new Tally(
                fates.values().stream().mapToLong(Long::longValue).sum(),
                fates.getOrDefault(Fate.TAKEN, 0L),
                fates.getOrDefault(Fate.UNMATCHED, 0L),
                fates.getOrDefault(Fate.AMBIGUOUS, 0L),
                fates.getOrDefault(Fate.REFUSED, 0L),
                noted);
    }

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
