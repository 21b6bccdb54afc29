package io.fairpatch.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param body null for an answer without one
 */
public record Response(int status, Map<String, String> headers, @Nullable Body body) {
    /** Writes a body; may be called twice for the same answer. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    public static Response json(int status, Object value) {
        return of(status, "application/json;charset=UTF-8", out -> Json.write(out, value));
    }

    public static Response json(Object value) {
        return json(200, value);
    }

    public static Response text(int status, String contentType, String text) {
        return of(status, contentType, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static Response of(int status, String contentType, Body body) {
        return new Response(status, Map.of("Content-Type", contentType), body);
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), null);
    }

    boolean isJson() {
        return body != null && headers.getOrDefault("Content-Type", "").startsWith("application/json");
    }

    /** The same JSON, on as many lines as it has values. */
    Response pretty() throws IOException {
        var text = Json.pretty(content());
        return new Response(status, headers, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The whole body. */
    public byte[] content() throws IOException {
        var content = new ByteArrayOutputStream();
        if (body != null) {
            body.writeTo(content);
        }
        return content.toByteArray();
    }

    /** A refusal in the form of the REST API. */
    public static Response error(int status, String errorCode, String message) {
        var error = new LinkedHashMap<String, String>();
        error.put("message", message);
        error.put("errorCode", errorCode);
        return json(status, List.of(error));
    }

    public Response with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Response(status, all, body);
    }
}
