package io.fairpatch.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RowError;
import io.fairpatch.sandbox.org.Write;
import io.fairpatch.sandbox.schema.ChildName;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Creates up to 200 records along with their children: all or none. */
public final class TreeApi {
    private static final int MOST = 200;

    private final View view;
    private final Org org;
    private final RecordApi records;

    public TreeApi(View view, RecordApi records) {
        this.view = view;
        this.org = view.org();
        this.records = records;
    }

    private record Link(ObjectType type, Field field) {}

    public void routes(ApiRoutes api) {
        api.on("POST", "/composite/tree/{object}", this::create);
    }

    private Response create(Request request) throws IOException {
        var type = view.type(request);
        var trees = request.json();
        if (!trees.path("records").isArray()) {
            throw new ApiException(400, "JSON_PARSER_ERROR", "records must be an array");
        }
        if (size(trees) > MOST) {
            throw new ApiException(400, "LIMIT_EXCEEDED", "At most " + MOST + " records can be created at once");
        }
        var twins = twins(trees);
        if (!twins.isEmpty()) {
            return Response.json(400, Json.object("hasErrors", true, "results", twins));
        }
        var failed = new ArrayList<Map<String, Object>>();
        var made = org.together(
                () -> {
                    var lines = new ArrayList<Map<String, Object>>();
                    trees.path("records").forEach(tree -> grow(request, type, tree, Map.of(), lines, failed));
                    return lines;
                },
                lines -> failed.isEmpty());
        return failed.isEmpty()
                ? Response.json(201, Json.object("hasErrors", false, "results", made))
                : Response.json(400, Json.object("hasErrors", true, "results", failed));
    }

    private void grow(
            Request request,
            ObjectType type,
            JsonNode tree,
            Map<String, String> link,
            List<Map<String, Object>> made,
            List<Map<String, Object>> failed) {
        var name = tree.path("attributes").path("referenceId").asText();
        var branches = new LinkedHashMap<String, JsonNode>();
        var values = RecordInput.values(type, trunk(tree, branches));
        values.putAll(link);
        var outcome = records.write(request, Write.insert(type, values));
        var error = outcome.error();
        if (error != null) {
            failed.add(Json.object("referenceId", name, "errors", OutcomeJson.errors(error)));
            return;
        }
        var id = String.valueOf(outcome.id());
        made.add(Json.object("referenceId", name, "id", id));
        branches.forEach((branch, children) -> {
            var child = link(type, branch);
            children.path("records")
                    .forEach(each -> grow(
                            request, child.type(), each, Map.of(child.field().name(), id), made, failed));
        });
    }

    /** An answer for each record that has the name of another. */
    private static List<Map<String, Object>> twins(JsonNode trees) {
        var names = new ArrayList<String>();
        collectNames(trees, names);
        var error = new RowError("INVALID_INPUT", "Duplicate ReferenceId provided in the request.", List.of());
        return names.stream()
                .filter(name -> Collections.frequency(names, name) > 1)
                .map(name -> Map.<String, Object>of("referenceId", name, "errors", OutcomeJson.errors(error)))
                .toList();
    }

    private static void collectNames(JsonNode trees, List<String> names) {
        for (var tree : trees.path("records")) {
            var name = tree.path("attributes").path("referenceId").asText();
            if (name.isEmpty()) {
                throw new ApiException(400, "INVALID_INPUT", "Include a reference ID for each record in the request.");
            }
            names.add(name);
            tree.forEach(child -> collectNames(child, names));
        }
    }

    /** The record without its children, which go into a map of their own. */
    private static JsonNode trunk(JsonNode tree, Map<String, JsonNode> branches) {
        if (!(tree.deepCopy() instanceof ObjectNode trunk)) {
            return tree;
        }
        tree.fields().forEachRemaining(entry -> {
            if (entry.getValue().path("records").isArray()) {
                branches.put(entry.getKey(), entry.getValue());
                trunk.remove(entry.getKey());
            }
        });
        return trunk;
    }

    private Link link(ObjectType parent, String name) {
        return org.schema().objects().stream()
                .flatMap(child -> child.fields().stream()
                        .filter(field -> name.equalsIgnoreCase(ChildName.of(child, field, parent)))
                        .map(field -> new Link(child, field)))
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        400, "INVALID_FIELD", "No such relationship '%s' on %s".formatted(name, parent.name())));
    }

    private static int size(JsonNode node) {
        int size = 0;
        for (var record : node.path("records")) {
            size++;
            for (var value : record) {
                size += size(value);
            }
        }
        return size;
    }
}
