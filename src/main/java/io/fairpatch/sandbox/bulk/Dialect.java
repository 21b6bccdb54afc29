package io.fairpatch.sandbox.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import java.util.Map;

/**
 * How a job writes CSV.
 *
 * @param delimiterName BACKQUOTE, CARET, COMMA, PIPE, SEMICOLON or TAB
 * @param lineEndingName LF or CRLF
 */
public record Dialect(String delimiterName, String lineEndingName) {
    private static final Map<String, Character> DELIMITERS =
            Map.of("BACKQUOTE", '`', "CARET", '^', "COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "TAB", '\t');
    private static final Map<String, String> LINE_ENDINGS = Map.of("LF", "\n", "CRLF", "\r\n");

    /** Comma and LF. */
    public static final Dialect DEFAULT = new Dialect("COMMA", "LF");

    public Dialect {
        require("columnDelimiter", delimiterName, DELIMITERS);
        require("lineEnding", lineEndingName, LINE_ENDINGS);
    }

    static Dialect of(JsonNode job) {
        require("contentType", job.path("contentType").asText("CSV"), Map.of("CSV", ""));
        return new Dialect(
                job.path("columnDelimiter").asText(DEFAULT.delimiterName()),
                job.path("lineEnding").asText(DEFAULT.lineEndingName()));
    }

    char delimiter() {
        return DELIMITERS.getOrDefault(delimiterName, ',');
    }

    String lineEnding() {
        return LINE_ENDINGS.getOrDefault(lineEndingName, "\n");
    }

    private static void require(String what, String name, Map<String, ?> known) {
        if (!known.containsKey(name)) {
            throw new ApiException(400, "INVALIDJOB", "Unsupported value for " + what + ": " + name);
        }
    }
}
