package io.fairpatch.jobs;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.plan.Roads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code travelMatrix} of {@code planning.yml}: columns rep, place, km and minutes. */
final class RoadFile {
    private static final List<String> COLUMNS = List.of("rep", "place", "km", "minutes");

    private RoadFile() {}

    /** @throws FairpatchException CONFIG_INVALID with file and line */
    static Roads read(@Nullable String file) {
        if (file == null) {
            return Roads.NONE;
        }
        var ways = new HashMap<String, Map<String, Roads.Leg>>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(Path.of(file))) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().equals(COLUMNS)) {
                    throw invalid(file, 1, "its columns are " + row.getHeader(), "write rep,place,km,minutes");
                }
                ways.computeIfAbsent(row.getField("rep"), rep -> new HashMap<>())
                        .put(row.getField("place"), leg(file, row));
            }
        } catch (IOException | CsvParseException e) {
            throw invalid(file, 1, "it can't be read as CSV", "put it there, or set travelMatrix to null");
        }
        return new Roads(ways);
    }

    private static Roads.Leg leg(String file, NamedCsvRecord row) {
        try {
            String minutes = row.getField("minutes");
            return new Roads.Leg(
                    Double.parseDouble(row.getField("km")), minutes.isBlank() ? null : Double.valueOf(minutes));
        } catch (IllegalArgumentException e) {
            throw invalid(
                    file,
                    row.getStartingLineNumber(),
                    "km (" + row.getField("km") + ") and minutes (" + row.getField("minutes")
                            + ") must be numbers from 0",
                    "mend the line; minutes may be empty");
        }
    }

    private static FairpatchException invalid(String file, long line, String why, String advice) {
        return Problem.of(ErrorCode.CONFIG_INVALID, "The travel matrix makes no sense")
                .at(file + ":" + line)
                .because(why)
                .maybe(advice)
                .exception();
    }
}
