package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Address;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.http.Versions;
import io.fairpatch.sandbox.org.Org;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells a client who is signed in. */
public final class IdentityApi {
    private static final String NO_PAGES = "This practice org has no pages of its own; clients use its APIs.";
    private static final String JSON = "application/json;charset=UTF-8";
    private static final String PLAIN = "text/html;charset=UTF-8";

    private final Org org;
    private final Sessions sessions;

    public IdentityApi(Org org, Sessions sessions) {
        this.org = org;
        this.sessions = sessions;
    }

    /** @param address where the org is reached */
    public void routes(Router router, Address address) {
        for (var method : List.of("GET", "POST")) {
            router.on(
                    method, "/services/oauth2/userinfo", request -> told(request, documents(address, request)::claims));
            router.on(method, "/id/{org}/{user}", request -> told(request, documents(address, request)::identity));
            router.on(method, "/services/oauth2/singleaccess", request -> frontDoor(request, address.seenBy(request)));
        }
        router.on("GET", "/secur/frontdoor.jsp", request -> Response.text(200, "text/plain;charset=UTF-8", NO_PAGES));
    }

    private UserDocuments documents(Address address, Request request) {
        return new UserDocuments(org, address.seenBy(request));
    }

    /** Where a browser gets in; here it learns that there is nothing to look at. */
    private Response frontDoor(Request request, String instanceUrl) {
        var userId = sessions.userId(request);
        return Response.json(Map.of("frontdoor_uri", instanceUrl + "/secur/frontdoor.jsp?otp=" + userId));
    }

    /** The document about the caller; who is not signed in learns so in plain words, not in JSON. */
    private Response told(Request request, Function<String, Map<String, @Nullable Object>> document) {
        String userId;
        try {
            userId = sessions.userId(request);
        } catch (ApiException e) {
            boolean came = request.header("Authorization") != null
                    || request.param("oauth_token").isPresent();
            return Response.text(403, PLAIN, came ? "Bad_OAuth_Token" : "Missing_OAuth_Token");
        }
        var text = Json.text(document.apply(userId));
        return Response.text(
                200, JSON, withVersion(text, request.param("version").orElse("")));
    }

    /** Addresses name no version until the client says which it wants. */
    private static String withVersion(String text, String asked) {
        var version = asked.equals("latest") ? Versions.NEWEST + ".0" : asked;
        return version.matches("\\d{2}\\.0") ? text.replace("{version}", version) : text;
    }
}
