package io.fairpatch.sync.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a CSV file begins.
 *
 * @param header the names of its columns
 * @param rows its first rows; a row may have fewer cells than the header
 */
public record FileHead(List<String> header, List<List<String>> rows) {
    private static final int MOST = 20;

    /** @throws io.fairpatch.error.FairpatchException FILE_INVALID when it is no CSV or empty */
    public static FileHead of(Path file) throws IOException {
        try (var csv = CsvInput.open(file)) {
            var rows = new ArrayList<List<String>>();
            for (var row = csv.next(); row != null && rows.size() < MOST; row = csv.next()) {
                rows.add(row);
            }
            return new FileHead(csv.header(), rows);
        }
    }

    /** The first value of a column that is not empty; empty for none. */
    public String sample(int column) {
        return rows.stream()
                .filter(row -> column < row.size() && !row.get(column).isBlank())
                .map(row -> row.get(column).strip())
                .findFirst()
                .orElse("");
    }
}
