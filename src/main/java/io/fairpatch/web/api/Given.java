package io.fairpatch.web.api;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import org.jspecify.annotations.Nullable;

/** Reads what callers send. */
final class Given {
    private Given() {}

    /** A part of a body that must be there. */
    static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The field " + name + " is missing")
                    .at("/" + name)
                    .maybe("compare the body with /api/v1/openapi.yml")
                    .exception();
        }
        return value;
    }

    /** Text of a body, from 1 to {@code most} characters. */
    static String text(String name, @Nullable String value, int most) {
        String text = required(name, value).strip();
        if (text.isEmpty() || text.length() > most) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The field " + name + " must have 1 to " + most + " characters")
                    .at("/" + name)
                    .maybe("fill it in, or shorten it")
                    .exception();
        }
        return text;
    }

    static SalesforceId account(String text) {
        return SalesforceId.parse(text).orElseThrow(() -> Problem.of(
                        ErrorCode.REQUEST_INVALID, "The id (" + text + ") must have 15 or 18 letters and digits")
                .maybe("copy the id from the record's address in the org, or from GET /api/v1/accounts")
                .exception());
    }
}
