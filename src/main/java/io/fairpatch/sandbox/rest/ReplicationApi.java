package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.org.Replication;
import io.fairpatch.sandbox.org.RowException;
import io.fairpatch.sandbox.org.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;

/** Records that were changed or deleted in a span of time. */
public final class ReplicationApi {
    private final View view;
    private final Replication replication;

    public ReplicationApi(View view) {
        this.view = view;
        this.replication = new Replication(view.org());
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/sobjects/{object}/updated", request -> answer(request, true));
        api.on("GET", "/sobjects/{object}/deleted", request -> answer(request, false));
    }

    private Response answer(Request request, boolean updated) {
        try {
            var span = replication.span(
                    view.type(request), view.userId(request), time(request, "start"), time(request, "end"));
            var answer = new LinkedHashMap<String, Object>();
            if (updated) {
                answer.put("ids", replication.updated(span));
            } else {
                answer.put(
                        "deletedRecords",
                        replication.deleted(span).stream()
                                .map(gone -> Json.object("id", gone.id(), "deletedDate", Values.jsonTime(gone.at())))
                                .toList());
                answer.put("earliestDateAvailable", Values.jsonTime(replication.earliest()));
            }
            answer.put("latestDateCovered", Values.jsonTime(replication.covered(span)));
            return Response.json(answer);
        } catch (RowException e) {
            throw new ApiException(400, e.error().statusCode(), e.error().message());
        }
    }

    private static Instant time(Request request, String name) {
        var text = request.param(name)
                .orElseThrow(() -> new ApiException(400, "MISSING_ARGUMENT", "The " + name + " parameter is required"));
        try {
            // a plus in a query that was not encoded arrives as a space
            return OffsetDateTime.parse(text.replace(' ', '+').replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2"))
                    .toInstant();
        } catch (DateTimeException e) {
            throw new ApiException(400, "INVALID_REPLICATION_DATE", "not a date and time: " + text);
        }
    }
}
