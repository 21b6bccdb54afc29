package io.fairpatch.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.org.Org;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Several requests in one, each of which may use what the ones before it were answered. */
public final class CompositeApi {
    private static final int MOST_IN_GRAPHS = 500;
    private static final int MOST_GRAPHS = 75;
    private static final String ROLLED_BACK =
            "The transaction was rolled back since another operation in the same transaction failed.";

    private static final int MOST_HEAVY = 5;
    private static final Pattern HEAVY = Pattern.compile("/(?:query|queryAll|composite/sobjects)(?:[/?]|$)");

    private final Org org;
    private final Subrequests subrequests;

    public CompositeApi(Org org, Router router) {
        this.org = org;
        this.subrequests = new Subrequests(router);
    }

    private record Done(String name, Response response, JsonNode body) {
        static Done of(String name, Response response) {
            return new Done(name, response, Subrequests.body(response));
        }

        static Done halted(String name, String message) {
            return of(name, Response.error(400, "PROCESSING_HALTED", message));
        }

        /** Whether all was done; a collection says in its lines what was not. */
        boolean isSuccess() {
            return Subrequests.isSuccess(response);
        }

        Map<String, @Nullable Object> json() {
            var answer = new LinkedHashMap<String, @Nullable Object>();
            answer.put("body", body);
            var location = response.headers().get("Location");
            answer.put("httpHeaders", location == null ? Map.of() : Map.of("Location", location));
            answer.put("httpStatusCode", response.status());
            answer.put("referenceId", name);
            return answer;
        }
    }

    public void routes(ApiRoutes api) {
        for (var area : List.of("", "/tooling")) {
            api.on("POST", area + "/composite", this::composite);
            api.on("POST", area + "/composite/batch", this::batch);
        }
        api.on("POST", "/composite/graph", this::graphs);
    }

    private Response composite(Request request) throws IOException {
        var body = request.json();
        var parts = Subrequests.list(body, "compositeRequest", Subrequests.MOST);
        checkNames(parts);
        checkHeavy(parts);
        var all = body.path("allOrNone").asBoolean() ? allOrNone(request, parts) : run(request, parts, false);
        return Response.json(answered(all));
    }

    private static Map<String, Object> answered(List<Done> all) {
        return Map.of("compositeResponse", all.stream().map(Done::json).toList());
    }

    /** Each graph is done as a whole or not at all, whatever becomes of the others. */
    private Response graphs(Request request) throws IOException {
        var answers = new ArrayList<Map<String, Object>>();
        int requests = 0;
        for (var graph : Subrequests.list(request.json(), "graphs", MOST_GRAPHS)) {
            var parts = Subrequests.list(graph, "compositeRequest", MOST_IN_GRAPHS - requests);
            checkNames(parts);
            requests += parts.size();
            var all = allOrNone(request, parts);
            var answer = new LinkedHashMap<String, Object>();
            answer.put("graphId", graph.path("graphId").asText());
            answer.put("graphResponse", answered(all));
            answer.put("isSuccessful", all.stream().allMatch(Done::isSuccess));
            answers.add(answer);
        }
        return Response.json(Map.of("graphs", answers));
    }

    private List<Done> allOrNone(Request request, List<JsonNode> parts) {
        var all = org.together(
                () -> run(request, parts, true), done -> done.stream().allMatch(Done::isSuccess));
        return all.stream().allMatch(Done::isSuccess)
                ? all
                : all.stream()
                        .map(done -> done.isSuccess() ? Done.halted(done.name(), ROLLED_BACK) : done)
                        .toList();
    }

    private List<Done> run(Request request, List<JsonNode> parts, boolean halt) {
        var answers = new Answers();
        var all = new ArrayList<Done>();
        for (var part : parts) {
            var name = part.path("referenceId").asText();
            boolean halted = halt && !all.stream().allMatch(Done::isSuccess);
            var done = halted ? Done.halted(name, ROLLED_BACK) : Done.of(name, one(request, part, answers));
            if (done.isSuccess()) {
                answers.put(name, done.body());
            }
            all.add(done);
        }
        return all;
    }

    private Response one(Request request, JsonNode part, Answers answers) {
        try {
            var headers = new LinkedHashMap<String, String>();
            part.path("httpHeaders")
                    .fields()
                    .forEachRemaining(header -> headers.put(
                            header.getKey(), answers.fill(header.getValue().asText())));
            var body = part.path("body");
            return subrequests.answer(
                    request,
                    part.path("method").asText(),
                    answers.fill(part.path("url").asText()),
                    headers,
                    body.isMissingNode() ? "" : answers.fill(body.toString()));
        } catch (ApiException e) {
            return Response.error(e.status(), e.errorCode(), String.valueOf(e.getMessage()));
        }
    }

    private static void checkNames(List<JsonNode> parts) {
        var names = new HashSet<String>();
        for (var part : parts) {
            var name = part.path("referenceId").asText();
            if (!name.matches("[A-Za-z0-9]\\w*") || !names.add(name)) {
                throw new ApiException(
                        400,
                        "INVALID_INPUT",
                        "Every subrequest needs a referenceId of its own of letters, digits and _, not '" + name + "'");
            }
        }
    }

    /** Refuses more queries and collections in one request than a real org takes. */
    private static void checkHeavy(List<JsonNode> parts) {
        long heavy = parts.stream()
                .filter(part -> HEAVY.matcher(part.path("url").asText()).find())
                .count();
        if (heavy > MOST_HEAVY) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "compositeRequest holds %d queries and collections. At most %d are taken."
                            .formatted(heavy, MOST_HEAVY));
        }
    }

    private Response batch(Request request) throws IOException {
        var body = request.json();
        boolean halts = body.path("haltOnError").asBoolean();
        var results = new ArrayList<Map<String, Object>>();
        boolean failed = false;
        for (var part : Subrequests.list(body, "batchRequests", Subrequests.MOST)) {
            var response = failed && halts
                    ? Response.error(412, "BATCH_PROCESSING_HALTED", "Batch processing halted per request")
                    : batched(request, part);
            failed |= !Subrequests.isSuccess(response);
            results.add(Json.object("statusCode", response.status(), "result", Subrequests.body(response)));
        }
        return Response.json(Json.object("hasErrors", failed, "results", results));
    }

    private Response batched(Request request, JsonNode part) {
        var url = part.path("url").asText().replaceFirst("^/?(services/data/)?", "/services/data/");
        var input = part.path("richInput");
        return subrequests.answer(
                request, part.path("method").asText(), url, Map.of(), input.isMissingNode() ? "" : input.toString());
    }
}
