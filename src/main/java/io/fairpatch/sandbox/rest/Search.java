package io.fairpatch.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
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
    private static final int MOST = 2000;
    private static final Pattern FIND = Pattern.compile(
            "(?is)\\s*FIND\\s*\\{(?<term>(?:\\\\.|[^}])*)}(?:\\s+IN\\s+(?<in>ALL|NAME|EMAIL|PHONE|SIDEBAR)\\s+FIELDS)?"
                    + "(?:\\s+RETURNING\\s+(?<targets>.+?))?(?:\\s+LIMIT\\s+(?<limit>\\d{1,4}))?\\s*");
    private static final Pattern TARGET = Pattern.compile("(?s)(?<object>\\w+)\\s*(?:\\((?<inner>.*)\\))?");
    private static final Pattern INNER = Pattern.compile(
            "(?is)(?<fields>.*?)(?<rest>\\s+(?:WHERE|ORDER\\s+BY)\\b.*?)?(?:\\s+LIMIT\\s+(?<limit>\\d{1,4}))?");

    /**
     * Where to look.
     *
     * @param fields names, with commas
     * @param rest the conditions and order of a query; empty for none
     */
    record Target(String object, String fields, String rest, int limit) {}

    /** A search as written in SOSL. */
    static Search parse(String text) {
        var match = FIND.matcher(text);
        if (!match.matches()) {
            throw malformed("a search must be like FIND {words} IN ALL FIELDS RETURNING Account(Id, Name)");
        }
        var targets = Objects.requireNonNullElse(match.group("targets"), "");
        return new Search(
                match.group("term").replaceAll("\\\\(.)", "$1"),
                "NAME".equalsIgnoreCase(match.group("in")),
                targets.isEmpty()
                        ? List.of()
                        : split(targets).stream().map(Search::target).toList(),
                number(match.group("limit")));
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

    private static Target target(String text) {
        var match = TARGET.matcher(text.strip());
        if (!match.matches()) {
            throw malformed("not understood: RETURNING " + text.strip());
        }
        var inner = INNER.matcher(
                Objects.requireNonNullElse(match.group("inner"), "Id").strip());
        if (!inner.matches()) {
            throw malformed("not understood: RETURNING " + text.strip());
        }
        return new Target(
                match.group("object"),
                inner.group("fields"),
                Objects.requireNonNullElse(inner.group("rest"), ""),
                number(inner.group("limit")));
    }

    /** The parts between those commas that stand in no parentheses. */
    private static List<String> split(String text) {
        return List.of(text.split(",(?![^(]*\\))"));
    }

    private static int number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,4}") ? MOST : Math.min(MOST, Integer.parseInt(text));
    }

    private static String names(JsonNode array, String otherwise) {
        var names = StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return names.isEmpty() ? otherwise : String.join(",", names);
    }

    private static ApiException malformed(String why) {
        return new ApiException(400, "MALFORMED_SEARCH", why);
    }
}
