package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Outcome;
import io.fairpatch.sandbox.org.RecordIds;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.RowFaults;
import io.fairpatch.sandbox.org.Write;
import io.fairpatch.sandbox.org.WriteContext;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Single records: read, create, update, delete. */
public final class RecordApi {
    private final View view;
    private final Org org;
    private final RecordWriter writer;

    public RecordApi(View view, RecordWriter writer) {
        this.view = view;
        this.org = view.org();
        this.writer = writer;
    }

    public void routes(ApiRoutes api) {
        api.on("POST", "/sobjects/{object}", request -> create(request, false));
        api.on("POST", "/sobjects/{object}/Id", request -> create(request, true));
        api.on("GET", "/sobjects/{object}/{id}", this::read);
        api.on("PATCH", "/sobjects/{object}/{id}", this::update);
        api.on("DELETE", "/sobjects/{object}/{id}", this::delete);
        api.on("POST", "/tooling/sobjects/{object}", request -> create(request, false));
        api.on("GET", "/tooling/sobjects/{object}/{id}", this::read);
        api.on("PATCH", "/tooling/sobjects/{object}/{id}", this::update);
        api.on("DELETE", "/tooling/sobjects/{object}/{id}", this::delete);
    }

    private Response read(Request request) {
        return show(request, request.part("id"));
    }

    /** The record of this id, with the fields the request asks for. */
    Response show(Request request, String id) {
        var type = view.type(request);
        var row = find(request, type, id);
        if (org.table(type).isDeleted(row)) {
            throw new ApiException(404, "ENTITY_IS_DELETED", "entity is deleted");
        }
        Preconditions.check(request, type, row);
        var modified = Preconditions.modified(type, row);
        if (Preconditions.isKnown(request, modified) || ETag.isKnown(request, type, row)) {
            return Response.empty(304);
        }
        var fields = request.param("fields").map(names -> fields(type, names)).orElse(type.fields());
        var answer = Response.json(new RecordJson(org, request.area()).ofFields(row, fields))
                .with("Last-Modified", Preconditions.text(modified));
        return ETag.supports(type) ? answer.with("ETag", ETag.of(type, row)) : answer;
    }

    /** @param asUpsert whether it is an upsert by an id that is yet to be given, whose answer says that it created */
    private Response create(Request request, boolean asUpsert) throws IOException {
        var type = view.type(request);
        var outcome = write(request, Write.insert(type, RecordInput.valuesWithoutId(type, request.json())));
        if (outcome.error() != null) {
            return OutcomeJson.refusal(outcome.error());
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", String.valueOf(outcome.id()));
        answer.put("success", true);
        answer.put("errors", List.of());
        if (asUpsert) {
            answer.put("created", true);
        }
        return Response.json(201, answer)
                .with("Location", request.base() + "/sobjects/" + type.name() + "/" + outcome.id());
    }

    private Response update(Request request) throws IOException {
        var type = view.type(request);
        return update(
                request, Write.update(type, request.part("id"), RecordInput.valuesWithoutId(type, request.json())));
    }

    /** Updates the record if it is the version that the request was meant for. */
    Response update(Request request, Write write) {
        return writer.exclusively(() -> {
            var row = find(request, write.type(), String.valueOf(write.id()));
            Preconditions.check(request, write.type(), row);
            return done(write(request, write));
        });
    }

    private Response delete(Request request) {
        return delete(request, request.part("id"));
    }

    /** Deletes the record of this id if it is the version that the request was meant for. */
    Response delete(Request request, String id) {
        var type = view.type(request);
        return writer.exclusively(() -> {
            var row = find(request, type, id);
            Preconditions.check(request, type, row);
            return done(write(request, Write.delete(type, row.id())));
        });
    }

    /** Makes a write for whoever sent the request. */
    Outcome write(Request request, Write write) {
        var context =
                new WriteContext(view.userId(request), request.client(), null, request.allowsDuplicates(), Set.of());
        return writer.write(write, context, new RowFaults(request.faults()), 0);
    }

    private static Response done(Outcome outcome) {
        return outcome.error() == null ? Response.empty(204) : OutcomeJson.refusal(outcome.error());
    }

    private Row find(Request request, ObjectType type, String id) {
        return view.find(request, type, id).orElseThrow(() -> notFound(id));
    }

    /** What is no id is taken for the name of a field by which a record would be found. */
    private static ApiException notFound(String id) {
        return RecordIds.normalise(id).isPresent()
                ? ApiException.notFound()
                : new ApiException(
                        404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + id);
    }

    private static List<Field> fields(ObjectType type, String names) {
        return Arrays.stream(names.split(","))
                .map(name -> Fields.require(type, name.strip()))
                .toList();
    }
}
