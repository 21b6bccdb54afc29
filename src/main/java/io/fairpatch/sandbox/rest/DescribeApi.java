package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.schema.Describe;
import java.util.List;
import java.util.Map;

/** Describes the org's objects. */
public final class DescribeApi {
    private static final int MOST_RECORDS_A_BATCH = 200;

    private final View view;

    public DescribeApi(View view) {
        this.view = view;
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/sobjects", this::all);
        api.on("GET", "/sobjects/{object}", this::one);
        api.on("GET", "/sobjects/{object}/describe", this::describe);
    }

    private Response all(Request request) {
        var userId = view.userId(request);
        var objects = view.org().schema().objects().stream()
                .flatMap(type -> view.org().rights().view(userId, type).stream())
                .map(type -> Describe.brief(type, request.base()))
                .toList();
        return Response.json(Map.of("encoding", "UTF-8", "maxBatchSize", MOST_RECORDS_A_BATCH, "sobjects", objects));
    }

    private Response one(Request request) {
        var type = view.type(request);
        return Response.json(Map.of("objectDescribe", Describe.brief(type, request.base()), "recentItems", List.of()));
    }

    private Response describe(Request request) {
        return Response.json(Describe.full(view.type(request), view.org().schema(), request.base()));
    }
}
