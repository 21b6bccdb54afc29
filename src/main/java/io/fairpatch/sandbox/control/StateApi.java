package io.fairpatch.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.state.OrgStates;
import io.fairpatch.sandbox.state.StateKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the org into states, and takes them back. */
public final class StateApi {
    private static final String PATH = "/__sandbox/state";

    private final OrgStates states;

    public StateApi(OrgStates states) {
        this.states = states;
    }

    public void routes(Router router) {
        router.on("POST", PATH, this::set);
        router.on("GET", PATH, request -> Response.json(list()));
        router.on("DELETE", PATH, request -> {
            states.clear();
            return Response.empty(204);
        });
        router.on("DELETE", PATH + "/{id}", request -> {
            if (!states.clear(request.part("id"))) {
                throw ApiException.notFound();
            }
            return Response.empty(204);
        });
    }

    private Response set(Request request) throws IOException {
        var body = request.json();
        var label = body.path("kind").asText();
        var kind = StateKind.of(label)
                .orElseThrow(() -> refuse("there is no state '%s'; known are %s"
                        .formatted(
                                label,
                                Arrays.stream(StateKind.values())
                                        .map(StateKind::label)
                                        .collect(Collectors.joining(", ")))));
        try {
            return Response.json(Map.of("id", states.set(kind, params(body.path("params")))));
        } catch (IllegalArgumentException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Object> list() {
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : StateKind.values()) {
            kinds.put(kind.label(), kind.help());
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("kinds", kinds);
        answer.put("set", states.all().stream().map(StateApi::state).toList());
        return answer;
    }

    private static Map<String, Object> state(OrgStates.Given state) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", state.id());
        answer.put("kind", state.kind().label());
        answer.put("params", state.params());
        return answer;
    }

    private static Map<String, String> params(JsonNode node) {
        var params = new LinkedHashMap<String, String>();
        node.fields()
                .forEachRemaining(
                        entry -> params.put(entry.getKey(), entry.getValue().asText()));
        return params;
    }

    private static ApiException refuse(String message) {
        return new ApiException(400, "INVALID_STATE", message);
    }
}
