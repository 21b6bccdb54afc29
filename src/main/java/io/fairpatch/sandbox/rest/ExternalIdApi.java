package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.org.ExternalIds;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.RowException;
import io.fairpatch.sandbox.org.Write;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Single records by what another system calls them: read, create or update, delete. */
public final class ExternalIdApi {
    private static final int UPDATE_ANSWERS_SINCE = 46;

    private final View view;
    private final Org org;
    private final RecordApi records;
    private final RecordWriter writer;
    private final Relationships relationships;

    public ExternalIdApi(View view, RecordApi records, RecordWriter writer, Relationships relationships) {
        this.relationships = relationships;
        this.view = view;
        this.org = view.org();
        this.records = records;
        this.writer = writer;
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/sobjects/{object}/{field}/{value}", this::read);
        api.on("PATCH", "/sobjects/{object}/{field}/{value}", this::upsert);
        api.on(
                "DELETE",
                "/sobjects/{object}/{field}/{value}",
                request -> one(request, id -> records.delete(request, id)));
    }

    private Response read(Request request) {
        return relationships
                .of(request, request.part("field"), request.part("value"))
                .orElseGet(() -> one(request, id -> records.show(request, id)));
    }

    /** What is done with the one record that was named. */
    @FunctionalInterface
    private interface Action {
        Response on(String id);
    }

    /** The field that records are told apart by, or a refusal. */
    static Field key(ObjectType type, String name) {
        return type.field(name)
                .filter(Field::isIdLookup)
                .orElseThrow(() -> new ApiException(
                        404, "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + name));
    }

    private Response one(Request request, Action action) {
        var type = view.type(request);
        return writer.exclusively(() -> {
            var ids = matching(request, type, key(type, request.part("field")));
            if (ids.isEmpty()) {
                throw ApiException.notFound();
            }
            return ids.size() > 1 ? several(request, type, ids) : action.on(ids.get(0));
        });
    }

    private Response upsert(Request request) throws IOException {
        var type = view.type(request);
        var key = key(type, request.part("field"));
        var values = RecordInput.values(type, request.json());
        if (values.keySet().stream().anyMatch(key.name()::equalsIgnoreCase)) {
            throw new ApiException(
                    400,
                    "INVALID_FIELD",
                    "The %s field should not be specified in the sobject data.".formatted(key.name()));
        }
        return writer.exclusively(() -> {
            var ids = matching(request, type, key);
            if (ids.size() > 1) {
                return several(request, type, ids);
            }
            boolean onlyUpdate = request.query().getOrDefault("updateOnly", "").equals("true");
            if (ids.isEmpty() && (onlyUpdate || key.type() == FieldType.ID)) {
                throw ApiException.notFound();
            }
            return ids.isEmpty() ? create(request, type, key, values) : update(request, type, ids.get(0), values);
        });
    }

    private Response create(Request request, ObjectType type, Field key, Map<String, @Nullable String> values) {
        var all = new LinkedHashMap<>(values);
        all.put(key.name(), value(request));
        var outcome = records.write(request, new Write(Kind.UPSERT, type, null, all, key.name()));
        return outcome.error() == null
                ? made(201, String.valueOf(outcome.id()), true)
                        .with("Location", request.base() + "/sobjects/" + type.name() + "/" + outcome.id())
                : OutcomeJson.refusal(outcome.error());
    }

    private Response update(Request request, ObjectType type, String id, Map<String, @Nullable String> values) {
        var answer = records.update(request, Write.update(type, id, values));
        return answer.status() == 204 && Double.parseDouble(request.version()) >= UPDATE_ANSWERS_SINCE
                ? made(200, id, false)
                : answer;
    }

    private static Response made(int status, String id, boolean created) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", id);
        answer.put("success", true);
        answer.put("errors", List.of());
        answer.put("created", created);
        return Response.json(status, answer);
    }

    private static Response several(Request request, ObjectType type, List<String> ids) {
        return Response.json(
                300,
                ids.stream()
                        .map(id -> request.base() + "/sobjects/" + type.name() + "/" + id)
                        .toList());
    }

    private List<String> matching(Request request, ObjectType type, Field key) {
        if (key.type() == FieldType.ID) {
            return view.find(request, type, value(request))
                    .map(row -> List.of(row.id()))
                    .orElse(List.of());
        }
        try {
            return ExternalIds.matching(org.table(type), key, value(request));
        } catch (RowException e) {
            throw new ApiException(400, e.error().statusCode(), e.error().message());
        }
    }

    private static String value(Request request) {
        // in a path a plus is a plus
        return URLDecoder.decode(request.part("value").replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
