package io.fairpatch.salesforce;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why the org refused one row, from {@code CODE:message:fields --}.
 *
 * @param code null when the text doesn't begin with one
 */
record RowError(@Nullable String code, String message) {
    private static final Pattern CODED = Pattern.compile("(?s)([A-Z][A-Z0-9_]*):(.*)");
    private static final Pattern FIELDS = Pattern.compile("(?s)(.*):[^:]*--\\s*");

    static RowError of(String text) {
        var coded = CODED.matcher(text);
        if (!coded.matches()) {
            return new RowError(null, text.strip());
        }
        var rest = coded.group(2);
        var fields = FIELDS.matcher(rest);
        return new RowError(coded.group(1), (fields.matches() ? fields.group(1) : rest).strip());
    }
}
