package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.org.Outcome;
import io.fairpatch.sandbox.org.RowError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Outcomes of writes as JSON. */
final class OutcomeJson {
    private OutcomeJson() {}

    /** One line of the answer to a collection. */
    static Map<String, Object> line(Outcome outcome) {
        var answer = new LinkedHashMap<String, Object>();
        if (outcome.id() != null) {
            answer.put("id", outcome.id());
        }
        answer.put("success", outcome.success());
        var error = outcome.error();
        answer.put("errors", error == null ? List.of() : errors(error));
        return answer;
    }

    /** One line of the answer to a collection of records that may be new. */
    static Map<String, Object> lineOfUpsert(Outcome outcome) {
        var answer = line(outcome);
        if (outcome.success()) {
            answer.put("created", outcome.created());
        }
        return answer;
    }

    /** Why a record was refused, as part of a longer answer. */
    static List<Map<String, Object>> errors(RowError error) {
        return List.of(
                Json.object("statusCode", error.statusCode(), "message", error.message(), "fields", error.fields()));
    }

    /** The refusal of a single record. */
    static Response refusal(RowError error) {
        int status =
                switch (error.statusCode()) {
                    case "ENTITY_IS_DELETED", "NOT_FOUND" -> 404;
                    default -> 400;
                };
        var answer = new LinkedHashMap<String, Object>();
        answer.put("message", error.message());
        answer.put("errorCode", error.statusCode());
        answer.put("fields", error.fields());
        return Response.json(status, List.of(answer));
    }
}
