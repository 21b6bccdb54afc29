package io.fairpatch.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, checked.
 *
 * @param recordId of the org's record that it is about
 * @param values our field to the value as it is kept: money in cents, dates ISO, words separated by semicolons
 */
public record ImportedRow(String recordId, Map<String, String> values) {
    @Nullable
    String value(String field) {
        return values.get(field);
    }

    @Nullable
    Long number(String field) {
        var value = values.get(field);
        return value == null ? null : Long.valueOf(value);
    }

    boolean flag(String field) {
        return "true".equals(values.get(field));
    }
}
