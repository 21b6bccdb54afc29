package io.fairpatch.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of things that a control switches on, by what a client calls them.
 *
 * @param noun what each of them is
 */
record Kinds<K extends Enum<K>>(String noun, List<K> all, Function<K, String> label, Function<K, String> help) {
    /** What is done with a body that was understood; an IllegalArgumentException says what is wrong with it. */
    @FunctionalInterface
    interface Switch<K> {
        String on(K kind, JsonNode body, Map<String, String> params);
    }

    static <K extends Enum<K>> Kinds<K> of(String noun, K[] all, Function<K, String> label, Function<K, String> help) {
        return new Kinds<>(noun, List.copyOf(Arrays.asList(all)), label, help);
    }

    /** Switches on what the body asks for; answers the id by which it is switched off. */
    Response set(Request request, Switch<K> action) throws IOException {
        var body = request.json();
        try {
            return Response.json(Map.of("id", action.on(kind(body.path("kind").asText()), body, params(body))));
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, "INVALID_" + noun.toUpperCase(Locale.ROOT), String.valueOf(e.getMessage()));
        }
    }

    private K kind(String name) {
        return all.stream()
                .filter(kind -> label.apply(kind).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no %s '%s'; known are %s"
                        .formatted(noun, name, all.stream().map(label).collect(Collectors.joining(", ")))));
    }

    /** Each with its help. */
    Map<String, String> listed() {
        var listed = new LinkedHashMap<String, String>();
        all.forEach(kind -> listed.put(label.apply(kind), help.apply(kind)));
        return listed;
    }

    private static Map<String, String> params(JsonNode body) {
        var params = new LinkedHashMap<String, String>();
        body.path("params")
                .properties()
                .forEach(entry -> params.put(entry.getKey(), entry.getValue().asText()));
        return params;
    }
}
