package io.fairpatch.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of a record by API name, as text as in {@link io.fairpatch.org.OrgRecord}; null is an empty field. Sorted, so
 * that equal values have equal text.
 */
public record FieldValues(SortedMap<String, @Nullable String> values) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, @Nullable String>> TYPE = new TypeReference<>() {};

    public static final FieldValues NONE = new FieldValues(new TreeMap<>());

    public FieldValues {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static FieldValues of(Map<String, @Nullable String> values) {
        return new FieldValues(new TreeMap<>(values));
    }

    public @Nullable String get(String field) {
        return values.get(field);
    }

    /** The same values of these fields only. */
    public FieldValues only(Collection<String> fields) {
        var some = new TreeMap<>(values);
        some.keySet().retainAll(fields);
        return new FieldValues(some);
    }

    /** These values and the others; the others win. */
    public FieldValues with(FieldValues others) {
        var all = new TreeMap<>(values);
        all.putAll(others.values);
        return new FieldValues(all);
    }

    /** As kept in the database. */
    public String json() {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static FieldValues parse(String json) {
        try {
            return new FieldValues(JSON.readValue(json, TYPE));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
