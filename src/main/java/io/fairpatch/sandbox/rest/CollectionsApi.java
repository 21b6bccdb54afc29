package io.fairpatch.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Outcome;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.RowFaults;
import io.fairpatch.sandbox.org.Write;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.org.WriteContext;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Up to 200 records in one call. */
public final class CollectionsApi {
    private static final int MOST_WRITES = 200;
    private static final int MOST_READS = 2000;

    private final View view;
    private final Org org;
    private final RecordWriter writer;

    public CollectionsApi(View view, RecordWriter writer) {
        this.view = view;
        this.org = view.org();
        this.writer = writer;
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/composite/sobjects/{object}", this::readByParameters);
        api.on("POST", "/composite/sobjects/{object}", this::readByBody);
        api.on("POST", "/composite/sobjects", request -> write(request, this::insert));
        api.on("PATCH", "/composite/sobjects", request -> write(request, this::update));
        api.on("PATCH", "/composite/sobjects/{object}/{field}", this::upsert);
        api.on("DELETE", "/composite/sobjects", this::delete);
    }

    private Response readByParameters(Request request) {
        return read(request, list(request, "ids"), list(request, "fields"));
    }

    private Response readByBody(Request request) throws IOException {
        var body = request.json();
        return read(request, texts(body.path("ids")), texts(body.path("fields")));
    }

    private Response read(Request request, List<String> ids, List<String> names) {
        checkSize(ids.size(), MOST_READS);
        if (ids.isEmpty() || names.isEmpty()) {
            throw new ApiException(400, "MISSING_ARGUMENT", "The ids and fields parameters are required");
        }
        var type = view.type(request);
        var table = org.table(type);
        var fields = names.stream().map(name -> Fields.require(type, name)).toList();
        var json = new RecordJson(org, request.base());
        return Response.json(ids.stream()
                .map(id -> view.find(request, type, id)
                        .filter(row -> !table.isDeleted(row))
                        .map(row -> json.ofFields(row, fields))
                        .orElse(null))
                .toList());
    }

    private Response write(Request request, Function<JsonNode, Write> reading) throws IOException {
        return Response.json(
                outcomes(request, reading).stream().map(OutcomeJson::line).toList());
    }

    private Response upsert(Request request) throws IOException {
        var type = view.type(request);
        var key = ExternalIdApi.key(type, request.part("field"));
        return Response.json(outcomes(request, node -> upsert(type, key, node)).stream()
                .map(OutcomeJson::lineOfUpsert)
                .toList());
    }

    private List<Outcome> outcomes(Request request, Function<JsonNode, Write> reading) throws IOException {
        var body = request.json();
        if (!body.path("records").isArray()) {
            throw new ApiException(400, "JSON_PARSER_ERROR", "records must be an array");
        }
        var records = body.path("records");
        checkSize(records.size(), MOST_WRITES);
        var writes =
                StreamSupport.stream(records.spliterator(), false).map(reading).toList();
        return outcomes(request, writes, body.path("allOrNone").asBoolean());
    }

    private Response delete(Request request) {
        var ids = list(request, "ids");
        checkSize(ids.size(), MOST_WRITES);
        var writes = ids.stream().map(id -> Write.delete(typeOf(id), id)).toList();
        boolean allOrNone = request.query().getOrDefault("allOrNone", "").equals("true");
        return Response.json(outcomes(request, writes, allOrNone).stream()
                .map(OutcomeJson::line)
                .toList());
    }

    private List<Outcome> outcomes(Request request, List<Write> writes, boolean allOrNone) {
        var context =
                new WriteContext(view.userId(request), request.client(), null, request.allowsDuplicates(), Set.of());
        return writer.writeAll(writes, allOrNone, context, new RowFaults(request.faults()));
    }

    private static Write upsert(ObjectType type, Field key, JsonNode node) {
        return new Write(Kind.UPSERT, type, RecordInput.id(node), RecordInput.values(type, node), key.name());
    }

    private Write insert(JsonNode node) {
        var type = typeNamed(node);
        return Write.insert(type, RecordInput.values(type, node));
    }

    private Write update(JsonNode node) {
        var type = typeNamed(node);
        return Write.update(type, RecordInput.id(node), RecordInput.values(type, node));
    }

    private ObjectType typeNamed(JsonNode node) {
        var name = node.path("attributes").path("type").asText();
        return org.schema()
                .object(name)
                .orElseThrow(
                        () -> new ApiException(400, "INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    private ObjectType typeOf(String id) {
        return Optional.of(id)
                .flatMap(org.schema()::ofId)
                .orElseThrow(() -> new ApiException(400, "MALFORMED_ID", "malformed id " + id));
    }

    private static void checkSize(int size, int most) {
        if (size > most) {
            throw new ApiException(
                    400,
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than %d records".formatted(most));
        }
    }

    private static List<String> list(Request request, String name) {
        return request.param(name)
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
                .orElse(List.of());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
