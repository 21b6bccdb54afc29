package io.fairpatch.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Requests inside a request. */
final class Subrequests {
    static final int MOST = 25;
    private static final String NESTED = ".*/composite(/batch|/graph|/tree/[^/]*)?/?(\\?.*)?";

    private final Router router;

    Subrequests(Router router) {
        this.router = router;
    }

    /** The array of this name, which may not be longer than a real org takes. */
    static List<JsonNode> list(JsonNode body, String name, int most) {
        var parts = body.path(name);
        if (!parts.isArray() || parts.isEmpty()) {
            throw new ApiException(400, "JSON_PARSER_ERROR", name + " must be an array that is not empty");
        }
        if (parts.size() > most) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "%s holds %d requests. At most %d are taken.".formatted(name, parts.size(), most));
        }
        return StreamSupport.stream(parts.spliterator(), false).toList();
    }

    /** Answers one of them. */
    Response answer(Request outer, String method, String url, Map<String, String> headers, String body) {
        if (url.matches(NESTED)) {
            return Response.error(
                    400, "INVALID_INPUT", "This resource is not supported in a composite request: " + url);
        }
        try {
            return router.respond(
                    outer.inner(method.toUpperCase(Locale.ROOT), url, headers, body.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }

    /** The body of an answer; null when it has none. */
    static JsonNode body(Response response) {
        try {
            var content = response.content();
            if (content.length == 0) {
                return NullNode.getInstance();
            }
            boolean json = response.headers().getOrDefault("Content-Type", "").startsWith("application/json");
            return json
                    ? Json.read(new ByteArrayInputStream(content))
                    : TextNode.valueOf(new String(content, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }

    static boolean isSuccess(Response response) {
        return response.status() < 300;
    }
}
