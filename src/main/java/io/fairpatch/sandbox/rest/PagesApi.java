package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.schema.Layouts;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.schema.Tabs;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the org's pages are made of. There are no actions, rules, apps and reports, and everybody sees every tab. */
public final class PagesApi {
    private static final String MASTER = "012000000000000AAA";

    private final View view;

    public PagesApi(View view) {
        this.view = view;
    }

    public void routes(ApiRoutes api) {
        api.on(
                "GET",
                "/tabs",
                request -> Response.json(tabs(request).map(Tabs::of).toList()));
        api.on(
                "GET",
                "/theme",
                request -> Response.json(
                        Map.of("themeItems", tabs(request).map(Tabs::themed).toList())));
        api.on("GET", "/compactLayouts", this::compactLayouts);
        api.on(
                "GET",
                "/search/scopeOrder",
                request -> Response.json(
                        tabs(request).map(type -> scope(request, type)).toList()));
        api.on(
                "GET",
                "/search/layout",
                request -> Response.json(named(request).map(PagesApi::searched).toList()));
        var layouts = "/sobjects/{object}/describe/";
        api.on("GET", layouts + "layouts/{recordType}", this::layout);
        api.on("GET", layouts + "compactLayouts/primary", request -> Response.json(primary(view.type(request))));
        api.on("GET", layouts + "approvalLayouts", request -> Response.json(Map.of("approvalLayouts", List.of())));
        nothing(api);
        folders(api);
    }

    /** Addresses that only lead to further ones. */
    private static void folders(ApiRoutes api) {
        Map.of(
                        "/composite", List.of("batch", "graph", "sobjects", "tree"),
                        "/process", List.of("approvals", "rules"),
                        "/appMenu", List.of("AppSwitcher", "Salesforce1"),
                        "/actions", List.of("custom", "standard"),
                        "/actions/custom", List.of("flow"),
                        "/analytics", List.of("reports"),
                        "/jobs", List.of("ingest", "query"),
                        "/tooling", List.of("query", "sobjects"))
                .forEach((path, inner) -> api.on(
                        "GET",
                        path,
                        request -> Response.json(inner.stream()
                                .collect(Collectors.toMap(name -> name, name -> request.base() + path + "/" + name)))));
    }

    /** Lists that are empty here. */
    private static void nothing(ApiRoutes api) {
        Map.of(
                        "/quickActions", List.of(),
                        "/sobjects/{object}/quickActions", List.of(),
                        "/analytics/reports", List.of(),
                        "/appMenu/AppSwitcher", Map.of("appMenuItems", List.of()),
                        "/appMenu/Salesforce1", Map.of("appMenuItems", List.of()),
                        "/process/rules", Map.of("rules", Map.of()),
                        "/process/approvals", Map.of("approvals", Map.of()),
                        "/actions/standard", Map.of("actions", List.of()),
                        "/actions/custom/flow", Map.of("actions", List.of()))
                .forEach((path, answer) -> api.on("GET", path, request -> Response.json(answer)));
    }

    private Stream<ObjectType> tabs(Request request) {
        return view.org().schema().objects().stream()
                .filter(Tabs::has)
                .flatMap(type -> view.named(request, type.name()).stream());
    }

    /** The objects that the request names. */
    private Stream<ObjectType> named(Request request) {
        var names = request.param("q")
                .orElseThrow(() -> new ApiException(400, "MISSING_ARGUMENT", "The q parameter is required"));
        return Arrays.stream(names.split(","))
                .map(name -> view.named(request, name.strip()).orElseThrow(ApiException::notFound));
    }

    private Response compactLayouts(Request request) {
        var answer = new LinkedHashMap<String, Object>();
        named(request).forEach(type -> answer.put(type.name(), primary(type)));
        return Response.json(answer);
    }

    private static Object primary(ObjectType type) {
        return ((List<?>) Layouts.compact(type).getOrDefault("compactLayouts", List.of())).get(0);
    }

    private Response layout(Request request) {
        if (!request.part("recordType").startsWith(MASTER.substring(0, 15))) {
            throw ApiException.notFound();
        }
        return Response.json(((List<?>) Layouts.of(view.type(request)).getOrDefault("layouts", List.of())).get(0));
    }

    private static Map<String, Object> scope(Request request, ObjectType type) {
        return Json.object("type", type.name(), "url", request.base() + "/sobjects/" + type.name() + "/describe");
    }

    private static Map<String, @Nullable Object> searched(ObjectType type) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("errorMessages", null);
        answer.putAll(Tabs.searched(type));
        return answer;
    }
}
