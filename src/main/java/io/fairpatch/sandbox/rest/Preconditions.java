package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.schema.ObjectType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** What a request may demand of the age of that which it is about. Headers know whole seconds only. */
final class Preconditions {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    /** As clients write it, but for the day of the week, which need not be right: some name another zone, or UTC. */
    private static final DateTimeFormatter SENT_DATE =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss z", Locale.ENGLISH);

    private Preconditions() {}

    /** Refuses what was meant for an earlier version of the record. */
    static void check(Request request, ObjectType type, Row row) {
        ETag.check(request, type, row);
        var known = request.header("If-Unmodified-Since");
        if (known != null && modified(type, row).isAfter(time("If-Unmodified-Since", known))) {
            throw new ApiException(412, "PRECONDITION_FAILED", ETag.FAILED);
        }
    }

    /** Whether the client knows what it asks for already. */
    static boolean isKnown(Request request, Instant modified) {
        var known = request.header("If-Modified-Since");
        return known != null && !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(time("If-Modified-Since", known));
    }

    /** When the record was last changed, to the second. */
    static Instant modified(ObjectType type, Row row) {
        long at = type.field("LastModifiedDate")
                .or(() -> type.field("SystemModstamp"))
                .map(row::get)
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .orElse(0L);
        return Instant.ofEpochMilli(at).truncatedTo(ChronoUnit.SECONDS);
    }

    static String text(Instant time) {
        return HTTP_DATE.format(time);
    }

    private static Instant time(String header, String text) {
        try {
            return Instant.from(
                    SENT_DATE.parse(text.substring(text.indexOf(',') + 1).strip()));
        } catch (DateTimeException e) {
            throw new ApiException(400, "INVALID_HEADER", header + " is no date of HTTP: " + text);
        }
    }
}
