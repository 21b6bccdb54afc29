package io.fairpatch.sandbox.http;

import java.util.regex.Pattern;

/** Adds routes below {@code /services/data/vXX.X}, which need a session and a version that the org speaks. */
public final class ApiRoutes {
    /** Oldest version that {@code /services/data} names. */
    public static final int OLDEST_LISTED = 51;
    /** Newest version. */
    public static final int NEWEST = 67;

    private static final int OLDEST = 31;
    private static final Pattern VERSION = Pattern.compile("v(\\d{2})\\.0");

    private final Router router;
    private final Sessions sessions;

    public ApiRoutes(Router router, Sessions sessions) {
        this.router = router;
        this.sessions = sessions;
    }

    /** Adds a route; the template is what follows the version. */
    public ApiRoutes on(String method, String template, Handler handler) {
        router.on(method, "/services/data/{version}" + template, request -> {
            sessions.userId(request);
            checkVersion(request.part("version"));
            return handler.handle(request);
        });
        return this;
    }

    private static void checkVersion(String version) {
        var match = VERSION.matcher(version);
        if (!match.matches() || Integer.parseInt(match.group(1)) > NEWEST) {
            throw ApiException.notFound();
        }
        if (Integer.parseInt(match.group(1)) < OLDEST) {
            throw new ApiException(410, "GONE", "The API version " + version + " has been retired.");
        }
    }
}
