package io.fairpatch.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A search for words in records.
 *
 * @param namesOnly whether only names are looked at
 * @param targets where to look; empty for everywhere
 * @param limit most records in all
 */
record Search(String term, boolean namesOnly, List<Target> targets, int limit) {
    static final int MOST = 2000;
    /**
     * Where to look.
     *
     * @param fields names, with commas
     * @param rest the conditions and order of a query; empty for none
     * @param offset how many of those found are passed over
     */
    record Target(String object, String fields, String rest, int limit, int offset) {
        Target(String object, String fields, String rest, int limit) {
            this(object, fields, rest, limit, 0);
        }
    }

    /** A search by the parameters of a URL. */
    static Search ofParameters(Request request) {
        var fields = request.param("fields").orElse("Id");
        var most = number(request.param("defaultLimit").orElse(null));
        var targets = Arrays.stream(request.param("sobject").orElse("").split(","))
                .filter(name -> !name.isBlank())
                .map(name -> new Target(
                        name.strip(),
                        request.param(name.strip() + ".fields").orElse(fields),
                        request.param(name.strip() + ".where")
                                .map(" WHERE "::concat)
                                .orElse(""),
                        request.param(name.strip() + ".limit")
                                .map(Search::number)
                                .orElse(most)))
                .toList();
        return new Search(
                request.param("q").orElse(""),
                request.param("in").orElse("ALL").equalsIgnoreCase("NAME"),
                targets,
                number(request.param("overallLimit").orElse(null)));
    }

    /** A search by a posted body. */
    static Search ofBody(JsonNode body) {
        var fields = names(body.path("fields"), "Id");
        int most = body.path("defaultLimit").asInt(MOST);
        var targets = StreamSupport.stream(body.path("sobjects").spliterator(), false)
                .map(each -> new Target(
                        each.path("name").asText(),
                        names(each.path("fields"), fields),
                        each.path("where").isTextual()
                                ? " WHERE " + each.path("where").asText()
                                : "",
                        each.path("limit").asInt(most)))
                .toList();
        return new Search(
                body.path("q").asText(),
                body.path("in").asText().equalsIgnoreCase("NAME"),
                targets,
                body.path("overallLimit").asInt(MOST));
    }

    /** Finds texts with all the words, in any order; of several lists of words parted by OR one will do. */
    Pattern pattern() {
        var words = term.strip().replace("\"", "");
        if (words.length() < 2) {
            throw malformed("search term must be longer than one character: " + term);
        }
        var either = new ArrayList<String>();
        for (var all : words.split("(?i)\\s+OR\\s+")) {
            var one = new StringBuilder();
            for (var word : all.replaceAll("(?i)\\s+AND\\s+", " ").strip().split("\\s+")) {
                var quoted = Pattern.quote(word)
                        .replace("*", "\\E[\\p{L}\\p{N}]*\\Q")
                        .replace("?", "\\E[\\p{L}\\p{N}]\\Q");
                one.append("(?=.*(?<![\\p{L}\\p{N}])").append(quoted).append("(?![\\p{L}\\p{N}]))");
            }
            either.add(one.toString());
        }
        return Pattern.compile("(?isu)^(?:" + String.join("|", either) + ")");
    }

    /** A number of records; the most there can be where none is given. */
    static int number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,4}") ? MOST : Math.min(MOST, Integer.parseInt(text));
    }

    private static String names(JsonNode array, String otherwise) {
        var names = StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return names.isEmpty() ? otherwise : String.join(",", names);
    }

    static ApiException malformed(String why) {
        return new ApiException(400, "MALFORMED_SEARCH", why);
    }
}
