package io.fairpatch.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.fault.FaultKind;
import io.fairpatch.sandbox.fault.Faults;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import java.util.LinkedHashMap;
import java.util.Map;

/** Arms, lists and clears faults. */
public final class FaultsApi {
    private static final String PATH = "/__sandbox/faults";

    private static final Kinds<FaultKind> KINDS =
            Kinds.of("fault", FaultKind.values(), FaultKind::label, FaultKind::help);

    private final Faults faults;

    public FaultsApi(Faults faults) {
        this.faults = faults;
    }

    public void routes(Router router) {
        router.on("POST", PATH, request -> KINDS.set(request, this::arm));
        router.on("GET", PATH, request -> Response.json(list()));
        router.on("DELETE", PATH, request -> {
            faults.clear();
            return Response.empty(204);
        });
    }

    private String arm(FaultKind kind, JsonNode body, Map<String, String> params) {
        return faults.arm(
                kind,
                body.path("match").asText(),
                body.path("skip").asInt(0),
                body.path("count").asInt(1),
                params);
    }

    private Map<String, Object> list() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("kinds", KINDS.listed());
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
}
