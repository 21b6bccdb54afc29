package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.limit.Limit;
import io.fairpatch.sandbox.limit.Limits;
import java.util.Map;
import java.util.TreeMap;

/** Tells how much of its allocations the org has left. */
public final class LimitsApi {
    private final Limits limits;

    public LimitsApi(Limits limits) {
        this.limits = limits;
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/limits", request -> Response.json(limits()));
    }

    private Map<String, Map<String, Long>> limits() {
        var answer = new TreeMap<String, Map<String, Long>>();
        for (var limit : Limit.values()) {
            answer.put(limit.label(), Map.of("Max", limits.most(limit), "Remaining", limits.remaining(limit)));
        }
        return answer;
    }
}
