package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import java.util.List;

/** The addresses that an org's own code answers, of which there is none. */
public final class ApexRestApi {
    private final Sessions sessions;

    public ApexRestApi(Sessions sessions) {
        this.sessions = sessions;
    }

    public void routes(Router router) {
        for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
            router.on(method, "/services/apexrest/*", request -> {
                sessions.check(request);
                throw new ApiException(404, "NOT_FOUND", "Could not find a match for URL");
            });
        }
    }
}
