package io.fairpatch.sandbox.http;

/** Adds routes below {@code /services/data/vXX.X}, which need a session and a version that the org speaks. */
public final class ApiRoutes {
    private final Router router;
    private final Sessions sessions;
    private final Versions versions;

    public ApiRoutes(Router router, Sessions sessions, Versions versions) {
        this.router = router;
        this.sessions = sessions;
        this.versions = versions;
    }

    /** Adds a route; the template is what follows the version. */
    public ApiRoutes on(String method, String template, Handler handler) {
        router.on(method, "/services/data/{version}" + template, request -> {
            sessions.userId(request);
            versions.check(request.part("version"));
            return handler.handle(request);
        });
        return this;
    }
}
