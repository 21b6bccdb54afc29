package io.fairpatch.plan.solve;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Everything that can be wrong with a problem's file, said with the path into it. */
final class Faults {
    private Faults() {}

    /** A fault at the place the parser is at. */
    static Problem at(JsonParser json, String what) {
        return at(path(json), what);
    }

    static Problem at(String path, String what) {
        return Problem.of(ErrorCode.PLAN_INPUT, what).at(path);
    }

    static FairpatchException type(JsonParser json, String wanted) throws IOException {
        return at(json, "Expected %s but found %s.".formatted(wanted, found(json)))
                .maybe("see the format of `solve` in the documentation")
                .exception();
    }

    static FairpatchException unknownKey(JsonParser json, String key, String known) {
        return at(json, "Unknown key \"%s\".".formatted(key))
                .because("only these are read here: " + known)
                .maybe("the key is misspelt or belongs one level up or down")
                .exception();
    }

    static FairpatchException missing(String path, String key) {
        return at(path, "The key \"%s\" is missing.".formatted(key))
                .maybe("add it, or check its spelling")
                .exception();
    }

    static FairpatchException large(JsonParser json, String number) {
        return at(json, "The number %s is too large.".formatted(shortened(number)))
                .because("amounts are kept exact in millionths and may not pass 1000000000000")
                .maybe("use a larger unit, for example thousands of dollars instead of dollars")
                .exception();
    }

    static FairpatchException decimals(JsonParser json, String number) {
        return at(json, "The number %s has more than 6 decimals.".formatted(shortened(number)))
                .because("amounts are computed exactly, to 6 decimals")
                .maybe("round the numbers of the file to 6 decimals")
                .exception();
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private static String found(JsonParser json) throws IOException {
        var token = json.currentToken();
        return token == null || token == JsonToken.NOT_AVAILABLE
                ? "the end of the file"
                : switch (token) {
                    case START_OBJECT -> "an object";
                    case START_ARRAY -> "a list";
                    case VALUE_STRING -> "the text \"%s\"".formatted(shortened(json.getText()));
                    case VALUE_NULL -> "null";
                    default -> shortened(json.getText());
                };
    }

    /** The place in the file as a JSON path: {@code $.units[17].options[2].agent}. */
    static String path(JsonParser json) {
        var text = new StringBuilder();
        write(json.getParsingContext(), text);
        return text.toString();
    }

    private static void write(@Nullable JsonStreamContext context, StringBuilder text) {
        if (context == null || context.inRoot()) {
            text.append('$');
            return;
        }
        write(context.getParent(), text);
        if (context.inArray()) {
            text.append('[').append(Math.max(0, context.getCurrentIndex())).append(']');
        } else if (context.getCurrentName() != null) {
            text.append('.').append(context.getCurrentName());
        }
    }
}
