package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Response;
import java.util.Map;

/** A sign-in that is refused. */
final class OAuthError extends RuntimeException {
    static final int STATUS = 400;

    private static final long serialVersionUID = 1L;

    private final String error;

    OAuthError(String error, String description) {
        super(description);
        this.error = error;
    }

    Map<String, String> members() {
        return Json.object("error", error, "error_description", String.valueOf(getMessage()));
    }

    Response response() {
        return Response.json(STATUS, members());
    }
}
