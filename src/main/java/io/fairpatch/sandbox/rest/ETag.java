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
    static final String FAILED = "One or more conditions given in the request header fields evaluated to false";

    private ETag() {}

    static boolean supports(ObjectType type) {
        return type.name().equals("Account");
    }

    static String of(ObjectType type, Row row) {
        // versions of one second have the same stamp
        var version = row.id() + row.get(type.require("SystemModstamp")) + Integer.toHexString(row.mark());
        var mark = Base64.getUrlEncoder().withoutPadding().encodeToString(version.getBytes(StandardCharsets.US_ASCII));
        return "\"" + mark + "\"";
    }

    /** Whether the client knows this version already. */
    static boolean isKnown(Request request, ObjectType type, Row row) {
        var known = request.header("If-None-Match");
        return known != null && supports(type) && matches(known, of(type, row));
    }

    /** Refuses a write that was meant for another version. */
    static void check(Request request, ObjectType type, Row row) {
        var wanted = request.header("If-Match");
        if (wanted == null || !supports(type)) {
            return;
        }
        if (!matches(wanted, of(type, row))) {
            throw new ApiException(412, "PRECONDITION_FAILED", FAILED);
        }
    }

    private static boolean matches(String tags, String mark) {
        return Arrays.stream(tags.split(","))
                .map(String::strip)
                .map(tag -> tag.replaceFirst("^W/", "").replace("--gzip\"", "\""))
                .anyMatch(tag -> tag.equals(mark) || tag.equals("*"));
    }
}
