package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.limit.Limit;
import io.fairpatch.sandbox.limit.Limits;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells how much of its allocations the org has left. */
public final class LimitsApi {
    private final Limits limits;
    private final View view;

    public LimitsApi(Limits limits, View view) {
        this.limits = limits;
        this.view = view;
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/limits", request -> Response.json(limits()));
        api.on("GET", "/limits/recordCount", this::counts);
    }

    private Response counts(Request request) {
        var counts = names(request)
                .flatMap(name -> view.named(request, name.strip()).stream())
                .map(type -> Json.object("count", count(type), "name", type.name()))
                .toList();
        return Response.json(Map.of("sObjects", counts));
    }

    /** The objects that are asked for; all when none is named. */
    private Stream<String> names(Request request) {
        return request.param("sObjects")
                .map(names -> Arrays.stream(names.split(",")))
                .orElseGet(() -> view.org().schema().objects().stream()
                        .filter(type -> !type.isSetup())
                        .map(ObjectType::name));
    }

    private Object count(ObjectType type) {
        var table = view.org().table(type);
        return table.rows().stream().filter(row -> !table.isDeleted(row)).count();
    }

    private Map<String, Map<String, Long>> limits() {
        var answer = new TreeMap<String, Map<String, Long>>();
        for (var limit : Limit.values()) {
            answer.put(limit.label(), Json.object("Max", limits.most(limit), "Remaining", limits.remaining(limit)));
        }
        return answer;
    }
}
