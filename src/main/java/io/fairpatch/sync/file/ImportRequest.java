package io.fairpatch.sync.file;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
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

    /**
     * Reads which column is which field.
     *
     * @param code of the error when one is not COLUMN:FIELD
     */
    public static Map<String, String> columns(ErrorCode code, Collection<String> pairs) {
        var columns = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            int colon = pair.lastIndexOf(':');
            if (colon <= 0 || colon == pair.length() - 1) {
                throw Problem.of(code, "The mapping (" + pair + ") must be COLUMN:FIELD")
                        .at("map")
                        .maybe("write, for example, Company:name or Intent score:intent")
                        .exception();
            }
            columns.put(pair.substring(0, colon), pair.substring(colon + 1));
        }
        return columns;
    }
}
