package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.Address;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Versions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells which API versions and resources there are. */
public final class VersionsApi {
    private static final List<String> SEASONS = List.of("Spring", "Summer", "Winter");

    private final Versions versions;

    public VersionsApi(Versions versions) {
        this.versions = versions;
    }

    /**
     * @param address where the org is reached
     * @param identity the path at which a client learns who it is signed in as
     */
    public void routes(Router router, ApiRoutes api, Address address, String identity) {
        router.on("GET", "/services/data", request -> Response.json(versions()));
        api.on("GET", "", request -> resources(request, address.seenBy(request) + identity));
    }

    private List<Map<String, String>> versions() {
        return IntStream.rangeClosed(versions.span().oldest(), versions.span().newest())
                .mapToObj(VersionsApi::version)
                .toList();
    }

    /** Three versions a year; version 66 is Spring '26, and Winter is named after the year that follows. */
    private static Map<String, String> version(int number) {
        var label = SEASONS.get(number % 3) + " '" + (26 + Math.floorDiv(number - 65, 3));
        var line = new LinkedHashMap<String, String>();
        line.put("label", label);
        line.put("url", "/services/data/v" + number + ".0");
        line.put("version", number + ".0");
        return line;
    }

    private static Response resources(Request request, String identityUrl) {
        var resources = new LinkedHashMap<String, String>();
        Stream.of(
                        "composite",
                        "jobs",
                        "limits",
                        "query",
                        "queryAll",
                        "search",
                        "parameterizedSearch",
                        "sobjects",
                        "tooling",
                        "metadata",
                        "recent",
                        "tabs",
                        "theme",
                        "quickActions",
                        "appMenu",
                        "process",
                        "actions",
                        "analytics",
                        "compactLayouts")
                .forEach(name -> resources.put(name, request.base() + "/" + name));
        resources.put("identity", identityUrl);
        return Response.json(resources);
    }
}
