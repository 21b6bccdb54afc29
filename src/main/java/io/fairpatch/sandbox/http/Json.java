package io.fairpatch.sandbox.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON in and out. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private Json() {}

    /** Members in this order, as a real org has them; those of {@link Map#of} change places from start to start. */
    public static <V> Map<String, V> object(String first, V one, String second, V two) {
        var members = new LinkedHashMap<String, V>();
        members.put(first, one);
        members.put(second, two);
        return members;
    }

    /** Three members. */
    public static <V> Map<String, V> object(String first, V one, String second, V two, String third, V three) {
        var members = object(first, one, second, two);
        members.put(third, three);
        return members;
    }

    public static void write(OutputStream out, Object value) throws IOException {
        MAPPER.writeValue(out, value);
    }

    static String pretty(byte[] json) throws IOException {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(json));
    }

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }

    /** The JSON of a request; what is none is refused as a real org does. */
    public static JsonNode read(InputStream in) throws IOException {
        try {
            var node = MAPPER.readTree(in);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new ApiException(
                    400,
                    "JSON_PARSER_ERROR",
                    "%s at [line:%d, column:%d]"
                            .formatted(e.getOriginalMessage(), place.getLineNr(), place.getColumnNr()));
        }
    }
}
