package io.fairpatch.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A search for words in records.
 *
 * @param targets where to look; empty for everywhere
 * @param limit most records in all
 * @param marks whether the words found are marked
 * @param labels whether the answer says what the fields are called
 */
record Search(SearchTerm term, Scope scope, List<Target> targets, int limit, boolean marks, boolean labels) {
    static final int MOST = 2000;
    private static final String LABELS = "LABELS";

    /** Which fields are looked at. */
    enum Scope {
        ALL,
        NAME,
        EMAIL,
        PHONE,
        /** Those that one looks at to tell records apart. */
        SIDEBAR;

        static Scope of(@Nullable String name) {
            var wanted = String.valueOf(name).toUpperCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(each -> each.name().equals(wanted))
                    .findFirst()
                    .orElse(ALL);
        }

        boolean takesIn(Field field, boolean isName) {
            return switch (this) {
                case ALL -> field.type().isText();
                case NAME -> isName;
                case EMAIL -> field.type() == FieldType.EMAIL;
                case PHONE -> field.type() == FieldType.PHONE;
                case SIDEBAR -> isName || EMAIL.takesIn(field, false) || PHONE.takesIn(field, false);
            };
        }
    }

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
                                        .orElse("")
                                + request.param(name.strip() + ".orderBy")
                                        .map(" ORDER BY "::concat)
                                        .orElse(""),
                        request.param(name.strip() + ".limit")
                                .map(Search::number)
                                .orElse(most),
                        request.param("offset")
                                .filter(offset -> offset.matches("\\d{1,4}"))
                                .map(Integer::parseInt)
                                .orElse(0)))
                .toList();
        return new Search(
                SearchTerm.of(request.param("q").orElse("")),
                Scope.of(request.param("in").orElse(null)),
                targets,
                number(request.param("overallLimit").orElse(null)),
                false,
                request.param("metadata").orElse("").equalsIgnoreCase(LABELS));
    }

    /** A search by a posted body. */
    static Search ofBody(JsonNode body) {
        var fields = names(body.path("fields"), "Id");
        int most = number(body.path("defaultLimit").asText());
        var offset = body.path("offset").asText();
        var targets = StreamSupport.stream(body.path("sobjects").spliterator(), false)
                .map(each -> new Target(
                        each.path("name").asText(),
                        names(each.path("fields"), fields),
                        clause(" WHERE ", each.path("where")) + clause(" ORDER BY ", each.path("orderBy")),
                        each.has("limit") ? number(each.path("limit").asText()) : most,
                        offset.matches("\\d{1,4}") ? Integer.parseInt(offset) : 0))
                .toList();
        return new Search(
                SearchTerm.of(body.path("q").asText()),
                Scope.of(body.path("in").asText()),
                targets,
                number(body.path("overallLimit").asText()),
                false,
                body.path("metadata").asText().equalsIgnoreCase(LABELS));
    }

    /** A number of records; the most there can be where none is given. */
    static int number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,4}") ? MOST : Math.min(MOST, Integer.parseInt(text));
    }

    private static String clause(String begin, JsonNode text) {
        return text.isTextual() ? begin + text.asText() : "";
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
