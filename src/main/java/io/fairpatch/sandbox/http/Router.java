package io.fairpatch.sandbox.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds who answers a request. A template's segments in braces stand for any segment; a star at its end for any further
 * segments, or none.
 */
public final class Router {
    private static final String ANY_MORE = "/*";

    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, String[] template, boolean open, Handler handler) {
        Optional<Map<String, String>> parts(String[] path) {
            if (path.length < template.length || path.length > template.length && !open) {
                return Optional.empty();
            }
            var parts = new HashMap<String, String>();
            for (int i = 0; i < template.length; i++) {
                if (template[i].startsWith("{")) {
                    parts.put(template[i].substring(1, template[i].length() - 1), path[i]);
                } else if (!template[i].equals(path[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(parts);
        }
    }

    /** Adds a route; earlier ones win. */
    public Router on(String method, String template, Handler handler) {
        boolean open = template.endsWith(ANY_MORE);
        var closed = open ? template.substring(0, template.length() - ANY_MORE.length()) : template;
        routes.add(new Route(method, closed.split("/"), open, handler));
        return this;
    }

    /** Answers a request; a refusal is an answer too. */
    public Response respond(Request request) throws IOException {
        try {
            return answer(request);
        } catch (ApiException e) {
            return Response.error(e.status(), e.errorCode(), Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    private Response answer(Request request) throws IOException {
        var path = request.path().split("/");
        var allowed = new ArrayList<String>();
        for (var route : routes) {
            var parts = route.parts(path);
            if (parts.isPresent()) {
                if (route.method().equals(request.method())) {
                    return route.handler().handle(request.withParts(parts.get()));
                }
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw ApiException.notFound();
        }
        if (allowed.contains("GET")) {
            allowed.add(0, "HEAD");
        }
        throw new ApiException(
                405,
                "METHOD_NOT_ALLOWED",
                "HTTP Method '%s' not allowed. Allowed are %s"
                        .formatted(request.method().toUpperCase(Locale.ROOT), String.join(",", allowed)));
    }
}
