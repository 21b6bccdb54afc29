package io.fairpatch.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A parsed YAML file that still knows where each key stood.
 *
 * @param positions by JSON pointer: where the key, or the item of a list, begins
 */
record YamlDocument(String name, JsonNode root, Map<String, JsonLocation> positions) {
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern OPENED = Pattern.compile("flow|quoted");

    static YamlDocument parse(String name, String text) {
        try {
            var root = YAML.readTree(text);
            // comments alone are a document without keys: the schema says which are missing
            if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
                throw noKeys(name, root);
            }
            return new YamlDocument(name, root.isObject() ? root : YAML.createObjectNode(), positions(text));
        } catch (JsonProcessingException e) {
            throw syntaxError(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be read", e);
        }
    }

    /** {@code file:line:column} of a key; of the nearest enclosing one when the key itself is absent. */
    String place(String pointer) {
        var position = positions.get(pointer);
        if (position == null && !pointer.isEmpty()) {
            return place(pointer.substring(0, pointer.lastIndexOf('/')));
        }
        return position == null ? name + ":1:1" : at(name, position);
    }

    /** Line of a key for ordering, 1 when it has none. */
    int line(String pointer) {
        var position = positions.get(pointer);
        return position == null ? 1 : position.getLineNr();
    }

    private static String at(String name, @Nullable JsonLocation position) {
        return position == null ? name : name + ":" + position.getLineNr() + ":" + position.getColumnNr();
    }

    /** Where the parser stumbled; what Jackson gives is where the last word that it understood began. */
    private static String place(String name, JsonProcessingException e) {
        if (!(e.getCause() instanceof MarkedYAMLException yaml) || yaml.getProblemMark() == null) {
            return at(name, e.getLocation());
        }
        // a bracket or a quote that is never closed is noticed lines later: where it was opened is the place to look at
        boolean open = yaml.getContextMark() != null
                && OPENED.matcher(yaml.getContext()).find();
        var mark = open ? yaml.getContextMark() : yaml.getProblemMark();
        return name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private static Map<String, JsonLocation> positions(String text) throws IOException {
        var positions = new HashMap<String, JsonLocation>();
        try (var parser = YAML.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean closes = token == JsonToken.END_ARRAY || token == JsonToken.END_OBJECT;
                if (!closes) {
                    // a key comes before its value under the same pointer, and the key's place is wanted
                    positions.putIfAbsent(
                            parser.getParsingContext().pathAsPointer().toString(), parser.currentTokenLocation());
                }
            }
        }
        return positions;
    }

    private static FairpatchException noKeys(String name, JsonNode root) {
        return Problem.of(
                        ErrorCode.CONFIG_INVALID,
                        "This file holds " + (root.isArray() ? "a list" : "a single value")
                                + " where its keys should stand")
                .at(name + ":1:1")
                .maybe(
                        "begin each line with a key and a colon, as the shipped file does: ./fairpatch init DIR writes it")
                .exception();
    }

    private static FairpatchException syntaxError(String name, JsonProcessingException e) {
        String message = e.getOriginalMessage();
        String place = place(name, e);
        if (message.startsWith("Duplicate field")) {
            return Problem.of(ErrorCode.CONFIG_INVALID, message.replace("Duplicate field", "A key stands twice:"))
                    .at(place)
                    .maybe("remove one of the two: only one can hold.")
                    .exception(e);
        }
        // the parser indents where it quotes the file; what it says stands at the margin
        String said = message.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining(": "));
        return Problem.of(ErrorCode.CONFIG_INVALID, "This file is not valid YAML")
                .at(place)
                .because(said)
                .maybe("check the indentation (spaces, no tabs), the colons and the quotes there.")
                .exception(e);
    }
}
