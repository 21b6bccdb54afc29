package io.fairpatch.sandbox.http;

import java.util.Objects;
import java.util.function.Predicate;

/** Adds routes below {@code /services/data/vXX.X}, which need a session and a version that the org speaks. */
public final class ApiRoutes {
    /** The newest version, whichever that is. */
    private static final String LATEST = "latest";

    private final Router router;
    private final Sessions sessions;
    private final Versions versions;
    private final Predicate<String> mayUseApi;

    /** @param mayUseApi whether the user of this id may use the API */
    public ApiRoutes(Router router, Sessions sessions, Versions versions, Predicate<String> mayUseApi) {
        this.router = router;
        this.sessions = sessions;
        this.versions = versions;
        this.mayUseApi = mayUseApi;
    }

    /** Adds a route; the template is what follows the version. */
    public ApiRoutes on(String method, String template, Handler handler) {
        router.on(method, "/services/data/{version}" + template, sent -> {
            var request = sent.part("version").equals(LATEST) ? sent.ofVersion(versions.newest()) : sent;
            if (!mayUseApi.test(sessions.userId(request))) {
                throw new ApiException(
                        403, "API_DISABLED_FOR_ORG", "API is not enabled for this Organization or Partner");
            }
            versions.check(request.part("version"));
            checkContent(request);
            return handler.handle(request);
        });
        return this;
    }

    /** What curl sends when nobody told it otherwise is no JSON. */
    private static void checkContent(Request request) {
        var type = Objects.requireNonNullElse(request.header("Content-Type"), "");
        if (!request.method().equals("GET")
                && (type.startsWith("text/plain") || type.startsWith("application/x-www-form-urlencoded"))) {
            throw new ApiException(
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "Content-Type header specified in HTTP request is" + " not supported: " + type);
        }
    }
}
