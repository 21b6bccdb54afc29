package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Write;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.soql.BoundQuery;
import io.fairpatch.sandbox.soql.Soql;
import io.fairpatch.sandbox.soql.SoqlException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What Lightning components read and write by uiRecordApi and uiObjectInfoApi. */
public final class UiApi {
    private final View view;
    private final RecordApi records;
    private final Soql soql;

    public UiApi(View view, RecordApi records, Soql soql) {
        this.view = view;
        this.records = records;
        this.soql = soql;
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/ui-api/object-info", this::objects);
        api.on("GET", "/ui-api/object-info/{object}", request -> Response.json(ObjectInfo.of(view.type(request))));
        api.on("GET", "/ui-api/records/{id}", request -> Response.json(record(request, request.part("id"))));
        api.on("POST", "/ui-api/records", this::create);
        api.on("PATCH", "/ui-api/records/{id}", this::update);
    }

    private Response objects(Request request) {
        var objects = new LinkedHashMap<String, Object>();
        view.org().schema().objects().stream()
                .flatMap(type -> view.named(request, type.name()).stream())
                .filter(type -> !type.isSetup())
                .forEach(type -> objects.put(type.name(), ObjectInfo.brief(type)));
        return Response.json(Map.of("objects", objects));
    }

    private Map<String, ?> record(Request request, String id) {
        var type = view.org()
                .schema()
                .ofId(id)
                .flatMap(known -> view.named(request, known.name()))
                .orElseThrow(ApiException::notFound);
        var row = view.find(request, type, id)
                .filter(found -> !view.org().table(type).isDeleted(found))
                .orElseThrow(ApiException::notFound);
        var paths = paths(request, type);
        return new UiRecord(view.org(), request.base()).of(row, query(request, type, row, paths));
    }

    /** Fields that must be there, then those that may be missing. */
    private Set<String> paths(Request request, ObjectType type) {
        var must = request.param("fields");
        var may = request.param("optionalFields");
        if (must.isEmpty() && may.isEmpty()) {
            throw new ApiException(
                    400,
                    "ILLEGAL_QUERY_PARAMETER_VALUE",
                    "You must specify at least one of: fields, optionalFields, layoutTypes");
        }
        var paths = new LinkedHashSet<String>();
        named(must, type).forEach(paths::add);
        named(may, type).filter(path -> known(request, type, path)).forEach(paths::add);
        return paths;
    }

    private static Stream<String> named(Optional<String> list, ObjectType type) {
        var prefix = type.name() + ".";
        return list.stream().flatMap(names -> Stream.of(names.split(","))).map(name -> {
            if (!name.strip().startsWith(prefix)) {
                throw new ApiException(400, "INVALID_FIELD", "Field names must begin with " + prefix + ": " + name);
            }
            return name.strip().substring(prefix.length());
        });
    }

    private boolean known(Request request, ObjectType type, String path) {
        try {
            soql.bind("SELECT " + path + " FROM " + type.name(), view.userId(request));
            return true;
        } catch (SoqlException e) {
            return false;
        }
    }

    private BoundQuery query(Request request, ObjectType type, Row row, Set<String> paths) {
        var fields = paths.isEmpty() ? "Id" : String.join(", ", paths);
        try {
            return soql.bind(
                    "SELECT %s FROM %s WHERE Id = '%s'".formatted(fields, type.name(), row.id()), view.userId(request));
        } catch (SoqlException e) {
            throw new ApiException(400, e.errorCode(), String.valueOf(e.getMessage()));
        }
    }

    private Response create(Request request) throws IOException {
        var body = request.json();
        var type = view.named(request, body.path("apiName").asText()).orElseThrow(ApiException::notFound);
        var made = records.write(request, Write.insert(type, RecordInput.valuesWithoutId(type, body.path("fields"))));
        return made.error() == null
                ? Response.json(201, written(request, type, String.valueOf(made.id())))
                : OutcomeJson.refusal(made.error());
    }

    private Response update(Request request) throws IOException {
        var id = request.part("id");
        var type = view.org()
                .schema()
                .ofId(id)
                .flatMap(known -> view.named(request, known.name()))
                .orElseThrow(ApiException::notFound);
        var values = RecordInput.values(type, request.json().path("fields"));
        var made = records.write(request, Write.update(type, id, values));
        return made.error() == null ? Response.json(written(request, type, id)) : OutcomeJson.refusal(made.error());
    }

    private Map<String, ?> written(Request request, ObjectType type, String id) {
        var row = view.find(request, type, id).orElseThrow(ApiException::notFound);
        return new UiRecord(view.org(), request.base()).of(row, query(request, type, row, Set.of()));
    }
}
