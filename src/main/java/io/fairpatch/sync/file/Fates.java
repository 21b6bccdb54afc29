package io.fairpatch.sync.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.fairpatch.sync.file.RowReading.Fate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became of a file's rows, read from its result file.
 *
 * @param left the first rows that were left
 * @param noted the first rows that were taken in and have a note
 */
public record Fates(Tally tally, List<Said> left, List<Said> noted) {
    public Fates {
        left = List.copyOf(left);
        noted = List.copyOf(noted);
    }

    /** A row that was not taken in, with why; or one that was, with a note. */
    public record Said(long line, String key, String fate, String reason) {}

    /**
     * How many rows came to which end; they add up.
     *
     * @param noted those among the taken that have a note
     */
    public record Tally(long rows, long taken, long unmatched, long ambiguous, long refused, long noted) {}

    /** Counts all rows, and names at most so many of those left and of those noted. */
    public static Fates read(Path result, int most) throws IOException {
        var counts = new EnumMap<Fate, Long>(Fate.class);
        var left = new ArrayList<Said>();
        var noted = new ArrayList<Said>();
        long allNoted = 0;
        try (var rows = CsvReader.builder().ofNamedCsvRecord(result)) {
            for (var row : rows) {
                var fate = Fate.valueOf(row.getField("Fate").toUpperCase(Locale.ROOT));
                counts.merge(fate, 1L, Long::sum);
                if (fate != Fate.TAKEN) {
                    name(row, left, most);
                } else if (!row.getField("Reason").isEmpty()) {
                    name(row, noted, most);
                    allNoted++;
                }
            }
        }
        return new Fates(tally(counts, allNoted), left, noted);
    }

    private static void name(NamedCsvRecord row, List<Said> named, int most) {
        if (named.size() < most) {
            named.add(new Said(
                    Long.parseLong(row.getField("Line")),
                    row.getField("Key"),
                    row.getField("Fate"),
                    row.getField("Reason")));
        }
    }

    private static Tally tally(Map<Fate, Long> counts, long noted) {
        return new Tally(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                counts.getOrDefault(Fate.TAKEN, 0L),
                counts.getOrDefault(Fate.UNMATCHED, 0L),
                counts.getOrDefault(Fate.AMBIGUOUS, 0L),
                counts.getOrDefault(Fate.REFUSED, 0L),
                noted);
    }
}
