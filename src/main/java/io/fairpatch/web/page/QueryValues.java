package io.fairpatch.web.page;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query string as typed or clicked, or the body of a form, which is one; what is not understood is refused with its
 * name.
 */
public final class QueryValues {
    private static final int LONGEST_TEXT = 100;

    private final Map<String, List<String>> all;

    public QueryValues(@Nullable String query) {
        this.all = new QueryStringDecoder(query == null ? "" : query, false).parameters();
    }

    /** The first value of this name, null when missing or blank. */
    public @Nullable String get(String name) {
        List<String> values = all.get(name);
        return values == null || values.get(0).isBlank() ? null : values.get(0).strip();
    }

    /** The first value of this name; refused by its name when missing or blank. */
    public String required(String name) {
        String value = get(name);
        if (value == null) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The field " + name + " is empty")
                    .maybe("fill it in and send it again")
                    .exception();
        }
        return value;
    }

    /** The whole number of this name, from 0; refused by its name when missing or something else. */
    public long number(String name) {
        String value = required(name);
        if (!value.matches("\\d{1,18}")) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The field " + name + " (" + value + ") is not understood")
                    .maybe("load the page again and repeat the step")
                    .exception();
        }
        return Long.parseLong(value);
    }

    /** All values of this name that are not blank. */
    public List<String> all(String name) {
        return all.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** What is searched for, at most {@value #LONGEST_TEXT} characters. */
    public @Nullable String text() {
        String text = get("text");
        if (text != null && text.length() > LONGEST_TEXT) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The search has " + text.length() + " characters")
                    .because("it may have " + LONGEST_TEXT)
                    .maybe("search for a part of it")
                    .exception();
        }
        return text;
    }

    /** The first row to show, from 0. */
    public int offset() {
        String value = get("offset");
        if (value == null) {
            return 0;
        }
        if (!value.matches("\\d{1,7}")) {
            throw refused("offset", value);
        }
        return Integer.parseInt(value);
    }

    /** The value as one of these, null when missing. */
    public <E extends Enum<E>> @Nullable E choice(String name, E[] choices) {
        String value = get(name);
        return value == null ? null : choice(name, value, choices);
    }

    public static <E extends Enum<E>> E choice(String name, String value, E[] choices) {
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> refused(name, value));
    }

    public static RuntimeException refused(String name, String value) {
        return Problem.of(ErrorCode.REQUEST_INVALID, "The parameter " + name + " (" + value + ") is not understood")
                .maybe("clear the filter")
                .exception();
    }
}
