package io.fairpatch.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code application/x-www-form-urlencoded}: bodies of token requests and queries of authorization pages. */
public final class FormText {
    private FormText() {}

    /** Fields in the map's order. */
    public static String of(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
