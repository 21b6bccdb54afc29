package io.fairpatch.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.model.Reason;
import io.fairpatch.plan.Book;
import java.io.UncheckedIOException;
import java.util.List;

/** Values that are kept whole in one column. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private Json() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Reason> reasons(String json) {
        try {
            return MAPPER.readValue(json, REASONS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Book.Load load(String json) {
        try {
            return MAPPER.readValue(json, Book.Load.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
