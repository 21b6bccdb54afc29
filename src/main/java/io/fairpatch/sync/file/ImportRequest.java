package io.fairpatch.sync.file;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/**
 * A file to take in.
 *
 * @param columns column of the file to our field, in the file's spelling
 * @param source where the facts are from, for example ZoomInfo
 * @param asOf the day of which they are true
 * @param preferred whether they stand before what the org says; otherwise they fill what it leaves empty
 * @param person who asked
 */
public record ImportRequest(
        ImportKind kind,
        Path file,
        Map<String, String> columns,
        String source,
        LocalDate asOf,
        boolean preferred,
        String person) {
    public ImportRequest {
        columns = Map.copyOf(columns);
    }
}
