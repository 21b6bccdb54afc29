package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Sessions;
import java.io.IOException;
import java.util.Map;

/** A user's password as a resource: sets it, or makes a new one. */
public final class PasswordApi {
    private static final String PATH = "/sobjects/{object}/{user}/password";

    private final Passwords passwords;
    private final Sessions sessions;

    public PasswordApi(Passwords passwords, Sessions sessions) {
        this.passwords = passwords;
        this.sessions = sessions;
    }

    public void routes(ApiRoutes api) {
        api.on("GET", PATH, PasswordApi::age);
        api.on("POST", PATH, this::set);
        api.on("DELETE", PATH, request -> {
            var password = passwords.reset(sessions.userId(request), user(request));
            return Response.json(Map.of("NewPassword", password));
        });
    }

    /** The id in the path; only users have passwords. */
    private static String user(Request request) {
        if (!request.part("object").equalsIgnoreCase("User")) {
            throw ApiException.notFound();
        }
        return request.part("user");
    }

    /** The sandbox's passwords do not age. */
    private static Response age(Request request) {
        user(request);
        return Response.json(Map.of("isExpired", false));
    }

    private Response set(Request request) throws IOException {
        var password = Json.read(request.body()).path("NewPassword").asText();
        passwords.set(sessions.userId(request), user(request), password);
        return Response.empty(204);
    }
}
