package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.schema.Describe;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.schema.Schema;
import java.util.List;
import java.util.Map;

/** Describes the org's objects. */
public final class DescribeApi {
    private static final int MOST_RECORDS_A_BATCH = 200;

    private final Schema schema;

    public DescribeApi(Schema schema) {
        this.schema = schema;
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/sobjects", this::all);
        api.on("GET", "/sobjects/{object}", this::one);
        api.on("GET", "/sobjects/{object}/describe", this::describe);
    }

    private Response all(Request request) {
        var objects = schema.objects().stream()
                .map(type -> Describe.brief(type, request.base()))
                .toList();
        return Response.json(Map.of("encoding", "UTF-8", "maxBatchSize", MOST_RECORDS_A_BATCH, "sobjects", objects));
    }

    private Response one(Request request) {
        var type = type(schema, request);
        return Response.json(Map.of("objectDescribe", Describe.brief(type, request.base()), "recentItems", List.of()));
    }

    private Response describe(Request request) {
        return Response.json(Describe.full(type(schema, request), schema, request.base()));
    }

    /** The object the request's path names. */
    static ObjectType type(Schema schema, Request request) {
        return schema.object(request.part("object")).orElseThrow(ApiException::notFound);
    }
}
