package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The org's own words about a failure; both parts may be empty. */
record OrgError(String code, String message) {
    private static final int MOST_BYTES = 65_536;
    private static final int MOST_CHARS = 300;

    static OrgError of(Reply reply) {
        String text;
        try {
            text = new String(reply.body().readNBytes(MOST_BYTES), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return new OrgError("", "its body broke off: " + FailureTable.reason(e));
        }
        var elsewhere = reply.header("Location");
        if (elsewhere.isPresent() && !reply.ok()) {
            return new OrgError("", "it sends us on to " + elsewhere.get());
        }
        return reply.html() ? new OrgError("", page(text)) : parse(text);
    }

    static OrgError parse(String text) {
        var json = Json.lenient(text);
        var error = json.isArray() && !json.isEmpty() ? json.get(0) : json;
        if (!error.isObject()) {
            return new OrgError("", shorten(text));
        }
        return new OrgError(
                first(error, "errorCode", "error", "exceptionCode"),
                shorten(first(error, "message", "error_description", "exceptionMessage")));
    }

    boolean mentions(Set<String> phrases) {
        return phrases.stream().anyMatch(message::contains);
    }

    private static String first(JsonNode error, String... names) {
        for (String name : names) {
            if (error.path(name).isTextual()) {
                return error.path(name).asText();
            }
        }
        return "";
    }

    private static String page(String html) {
        var words = html.replaceAll("(?is)<(script|style).*?</\\1>", " ").replaceAll("<[^>]*>", " ");
        return "a web page came instead of data: "
                + shorten(words.replaceAll("\\s+", " ").strip());
    }

    private static String shorten(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + " ...";
    }
}
