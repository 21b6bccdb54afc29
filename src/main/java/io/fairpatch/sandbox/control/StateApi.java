package io.fairpatch.sandbox.control;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.state.OrgStates;
import io.fairpatch.sandbox.state.StateKind;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts the org into states, and takes them back. */
public final class StateApi {
    private static final String PATH = "/__sandbox/state";

    private static final Kinds<StateKind> KINDS =
            Kinds.of("state", StateKind.values(), StateKind::label, StateKind::help);

    private final OrgStates states;

    public StateApi(OrgStates states) {
        this.states = states;
    }

    public void routes(Router router) {
        router.on("POST", PATH, request -> KINDS.set(request, (kind, body, params) -> states.set(kind, params)));
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

    private Map<String, Object> list() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("kinds", KINDS.listed());
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
}
