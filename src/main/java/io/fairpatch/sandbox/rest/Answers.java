package io.fairpatch.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers of earlier parts of a request, to which later ones refer as {@code @{name.path}}. */
final class Answers {
    private static final Pattern REFERENCE = Pattern.compile("@\\{([^}]+)}");

    private final Map<String, JsonNode> byName = new HashMap<>();

    void put(String name, JsonNode answer) {
        byName.put(name, answer);
    }

    /** The text with what its references stand for; one to nothing is refused. */
    String fill(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match)));
    }

    private String value(MatchResult match) {
        var steps = match.group(1).split("[.\\[\\]]+", 2);
        var node = byName.get(steps[0]);
        var path =
                steps.length < 2 ? "" : steps[1].replaceAll("[.\\[\\]]+", "/").replaceFirst("/$", "");
        var found = node == null || path.isEmpty() ? null : node.at("/" + path);
        if (found == null || !found.isValueNode() || found.isNull()) {
            throw new ApiException(
                    400,
                    "PROCESSING_HALTED",
                    "Invalid reference specified. No value for %s found in %s"
                            .formatted(match.group(1), node == null ? "any earlier answer" : steps[0]));
        }
        var quoted = Json.text(found.asText());
        return quoted.substring(1, quoted.length() - 1);
    }
}
