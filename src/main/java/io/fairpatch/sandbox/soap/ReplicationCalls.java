package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Replication;
import io.fairpatch.sandbox.org.RowException;
import io.fairpatch.sandbox.org.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** getUpdated and getDeleted. */
final class ReplicationCalls {
    private final Org org;
    private final Replication replication;

    ReplicationCalls(Org org) {
        this.org = org;
        this.replication = new Replication(org);
    }

    String updated(Envelope call) {
        var span = span(call);
        var result = new LinkedHashMap<String, Object>();
        result.put("ids", replication.updated(span));
        result.put("latestDateCovered", Values.xmlTime(replication.covered(span)));
        return SoapXml.element("result", result);
    }

    String deleted(Envelope call) {
        var span = span(call);
        var result = new LinkedHashMap<String, Object>();
        result.put(
                "deletedRecords",
                replication.deleted(span).stream()
                        .map(gone -> Map.of("deletedDate", Values.xmlTime(gone.at()), "id", gone.id()))
                        .toList());
        result.put("earliestDateAvailable", Values.xmlTime(replication.earliest()));
        result.put("latestDateCovered", Values.xmlTime(replication.covered(span)));
        return SoapXml.element("result", result);
    }

    private Replication.Span span(Envelope call) {
        // as the oldest WSDLs called it, and R's salesforcer does
        var name = call.argument("sObjectType")
                .or(() -> call.argument("sObjectTypeEntityType"))
                .orElse("");
        var type = org.schema()
                .object(name)
                .flatMap(object -> org.rights().view(call.userId(), object))
                .orElseThrow(
                        () -> new ApiException(500, "INVALID_TYPE", "sObject type '" + name + "' is not supported."));
        try {
            return replication.span(
                    type,
                    call.userId(),
                    time(call.argument("startDate").orElse("")),
                    time(call.argument("endDate").orElse("")));
        } catch (RowException e) {
            throw new ApiException(500, e.error().statusCode(), e.error().message());
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new ApiException(500, "INVALID_REPLICATION_DATE", "not a date and time: " + text);
        }
    }
}
