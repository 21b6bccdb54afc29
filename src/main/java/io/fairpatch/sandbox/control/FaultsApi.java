package io.fairpatch.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.fault.FaultKind;
import io.fairpatch.sandbox.fault.Faults;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Arms, lists and clears faults. */
public final class FaultsApi {
    private static final String PATH = "/__sandbox/faults";

    private final Faults faults;

    public FaultsApi(Faults faults) {
        this.faults = faults;
    }

    public void routes(Router router) {
        router.on("POST", PATH, this::arm);
        router.on("GET", PATH, request -> Response.json(list()));
        router.on("DELETE", PATH, request -> {
            faults.clear();
            return Response.empty(204);
        });
    }

    private Response arm(Request request) throws IOException {
        var body = request.json();
        var kind = FaultKind.of(body.path("kind").asText())
                .orElseThrow(() -> refuse("there is no fault '%s'; known are %s"
                        .formatted(
                                body.path("kind").asText(),
                                Arrays.stream(FaultKind.values())
                                        .map(FaultKind::label)
                                        .collect(Collectors.joining(", ")))));
        try {
            var id = faults.arm(
                    kind,
                    body.path("match").asText(),
                    body.path("skip").asInt(0),
                    body.path("count").asInt(1),
                    params(body.path("params")));
            return Response.json(Map.of("id", id));
        } catch (IllegalArgumentException e) {
            throw refuse(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Object> list() {
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : FaultKind.values()) {
            kinds.put(kind.label(), kind.help());
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("kinds", kinds);
        answer.put("armed", faults.states().stream().map(FaultsApi::armed).toList());
        return answer;
    }

    private static Map<String, Object> armed(Faults.State state) {
        var fault = state.fault();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", fault.id());
        answer.put("kind", fault.kind().label());
        answer.put("match", fault.match());
        answer.put("skip", fault.skip());
        answer.put("count", fault.count());
        answer.put("params", fault.params());
        answer.put("remaining", state.remaining());
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
        return new ApiException(400, "INVALID_FAULT", message);
    }
}
