package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.schema.ObjectType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** The mark of a record's version. Only accounts have one. */
final class ETag {
    private ETag() {}

    static boolean supports(ObjectType type) {
        return type.name().equals("Account");
    }

    static String of(ObjectType type, Row row) {
        var version = row.id() + row.get(type.require("SystemModstamp"));
        var mark = Base64.getUrlEncoder().withoutPadding().encodeToString(version.getBytes(StandardCharsets.US_ASCII));
        return "\"" + mark + "\"";
    }

    /** Refuses a write that was meant for another version. */
    static void check(Request request, ObjectType type, Row row) {
        var wanted = request.header("If-Match");
        if (wanted == null || !supports(type)) {
            return;
        }
        var mark = of(type, row);
        boolean matches = Arrays.stream(wanted.split(","))
                .map(String::strip)
                .map(tag -> tag.replaceFirst("^W/", "").replace("--gzip\"", "\""))
                .anyMatch(tag -> tag.equals(mark) || tag.equals("*"));
        if (!matches) {
            throw new ApiException(
                    412,
                    "PRECONDITION_FAILED",
                    "One or more conditions given in the request header fields evaluated to false");
        }
    }
}
