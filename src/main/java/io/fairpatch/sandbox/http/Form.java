package io.fairpatch.sandbox.http;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names and values as in the query of a URL or in a posted form. */
public final class Form {
    private Form() {}

    public static Map<String, String> parse(@Nullable String text) {
        var values = new LinkedHashMap<String, String>();
        if (text == null || text.isBlank()) {
            return values;
        }
        for (var pair : text.split("&")) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            values.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return values;
    }

    /** What a posted form says: clients put it into the body, into the address, or some into each. */
    public static Map<String, String> of(Request request) throws IOException {
        var values = new LinkedHashMap<>(request.query());
        values.putAll(parse(request.text()));
        return values;
    }

    /** Names and values as a form, or as the query of a URL. */
    public static String write(Map<String, ?> values) {
        return values.entrySet().stream()
                .map(each ->
                        each.getKey() + "=" + URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, "MALFORMED_QUERY", "not a valid URL encoding: " + text);
        }
    }
}
