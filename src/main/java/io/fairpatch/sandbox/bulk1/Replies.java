package io.fairpatch.sandbox.bulk1;

import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Xml;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers about jobs and batches, in XML, or in JSON to who speaks it. */
final class Replies {
    private static final String NAMESPACE = "xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private Replies() {}

    /** Whether the request is written in JSON. */
    static boolean isJson(Request request) {
        return Objects.requireNonNullElse(request.header("Content-Type"), "")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/json");
    }

    /** One thing, in the order of its schema. */
    static Response one(boolean json, int status, String root, Map<String, ? extends @Nullable Object> values) {
        return json ? Response.json(status, plain(values)) : xml(status, root, Xml.elements(values));
    }

    /** A list of things of one name. */
    static Response list(boolean json, String root, String name, List<Map<String, @Nullable Object>> all) {
        if (json) {
            return Response.json(Map.of(name, all.stream().map(Replies::plain).toList()));
        }
        var content = all.stream()
                .map(each -> "<%1$s>%2$s</%1$s>".formatted(name, Xml.elements(each)))
                .collect(Collectors.joining());
        return xml(200, root, content);
    }

    /** The names of what may be fetched. */
    static Response names(boolean json, String root, String name, List<String> all) {
        return json
                ? Response.json(all)
                : xml(
                        200,
                        root,
                        all.stream()
                                .map(each -> Xml.elements(Map.of(name, each)))
                                .collect(Collectors.joining()));
    }

    static Response content(Content.Format format, byte[] content) {
        return Response.of(200, format.mediaType(), out -> out.write(content));
    }

    static Response content(Content.Format format, String content) {
        return content(format, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Response xml(int status, String root, String content) {
        return Response.text(status, Content.Format.XML.mediaType(), document(root, content));
    }

    static String document(String root, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><%1$s %2$s>%3$s</%1$s>".formatted(root, NAMESPACE, content);
    }

    /** JSON has the version as a number, and ends times otherwise than XML. */
    private static Map<String, @Nullable Object> plain(Map<String, ? extends @Nullable Object> values) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        values.forEach((name, value) -> plain.put(name, plain(name, value)));
        return plain;
    }

    private static @Nullable Object plain(String name, @Nullable Object value) {
        if (value == null || !(value instanceof String text)) {
            return value;
        }
        return switch (name) {
            case "apiVersion" -> Double.valueOf(text);
            case "createdDate", "systemModstamp" -> text.replaceFirst("Z$", "+0000");
            default -> text;
        };
    }
}
