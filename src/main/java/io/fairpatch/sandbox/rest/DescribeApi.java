package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.schema.Describe;
import io.fairpatch.sandbox.schema.Layouts;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        api.on("GET", "/recent", request -> Response.json(List.of()));
        api.on("GET", "/sobjects/{object}/listviews", this::listViews);
        api.on("GET", "/sobjects/{object}/describe", this::describe);
        api.on("GET", "/tooling/sobjects", this::all);
        api.on("GET", "/tooling/sobjects/{object}", this::one);
        api.on("GET", "/tooling/sobjects/{object}/describe", this::describe);
        api.on("GET", "/sobjects/{object}/describe/layouts", request -> Response.json(Layouts.of(view.type(request))));
        api.on(
                "GET",
                "/sobjects/{object}/describe/compactLayouts",
                request -> Response.json(Layouts.compact(view.type(request))));
    }

    private Response all(Request request) {
        if (Preconditions.isKnown(request, view.org().rights().changed())) {
            return Response.empty(304);
        }
        var userId = view.userId(request);
        var objects = view.org().schema().objects().stream()
                .filter(type -> request.isTooling() || !type.isToolingOnly())
                .flatMap(type -> view.org().rights().view(userId, type).stream())
                .map(type -> Describe.brief(type, request.area()))
                .toList();
        return Response.json(
                Json.object("encoding", "UTF-8", "maxBatchSize", MOST_RECORDS_A_BATCH, "sobjects", objects));
    }

    private Response one(Request request) {
        var type = view.type(request);
        if (Preconditions.isKnown(request, view.org().rights().changed())) {
            return Response.empty(304);
        }
        return Response.json(
                Json.object("objectDescribe", Describe.brief(type, request.area()), "recentItems", List.of()));
    }

    /** There are none: nobody looks at this org's pages. */
    private Response listViews(Request request) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("done", true);
        answer.put("listviews", List.of());
        answer.put("nextRecordsUrl", null);
        answer.put("size", 0);
        answer.put("sobjectType", view.type(request).name());
        return Response.json(answer);
    }

    private Response describe(Request request) {
        var type = view.type(request);
        var changed = view.org().rights().changed();
        if (Preconditions.isKnown(request, changed)) {
            return Response.empty(304);
        }
        var answer = Response.json(Describe.full(type, view.org().schema(), request.area()));
        // within the second of a change there may be another: an answer of then has no date to ask by
        return changed.isAfter(view.org().clock().instant())
                ? answer
                : answer.with("Last-Modified", Preconditions.text(changed));
    }
}
