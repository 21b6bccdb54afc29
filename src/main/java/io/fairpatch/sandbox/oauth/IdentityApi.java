package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a client who is signed in. */
public final class IdentityApi {
    private static final String NO_PAGES = "This practice org has no pages of its own; clients use its APIs.";

    private final Org org;
    private final Sessions sessions;

    public IdentityApi(Org org, Sessions sessions) {
        this.org = org;
        this.sessions = sessions;
    }

    /** @param instanceUrl where the org is reached */
    public void routes(Router router, String instanceUrl) {
        router.on("GET", "/services/oauth2/userinfo", request -> identity(request, instanceUrl));
        router.on("POST", "/services/oauth2/userinfo", request -> identity(request, instanceUrl));
        router.on("GET", "/id/{org}/{user}", request -> identity(request, instanceUrl));
        for (var method : List.of("GET", "POST")) {
            router.on(method, "/services/oauth2/singleaccess", request -> frontDoor(request, instanceUrl));
        }
        router.on("GET", "/secur/frontdoor.jsp", request -> Response.text(200, "text/plain;charset=UTF-8", NO_PAGES));
    }

    /** Where a browser gets in; here it learns that there is nothing to look at. */
    private Response frontDoor(Request request, String instanceUrl) {
        var userId = sessions.userId(request);
        return Response.json(Map.of("frontdoor_uri", instanceUrl + "/secur/frontdoor.jsp?otp=" + userId));
    }

    private Response identity(Request request, String instanceUrl) {
        var userId = sessions.userId(request);
        var id = instanceUrl + "/id/" + org.orgId() + "/" + userId;
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("sub", id);
        answer.put("id", id);
        answer.put("user_id", userId);
        answer.put("organization_id", org.orgId());
        answer.put("preferred_username", value(userId, "Username"));
        answer.put("username", value(userId, "Username"));
        answer.put("nickname", value(userId, "Alias"));
        answer.put("name", value(userId, "Name"));
        answer.put("display_name", value(userId, "Name"));
        answer.put("given_name", value(userId, "FirstName"));
        answer.put("family_name", value(userId, "LastName"));
        answer.put("email", value(userId, "Email"));
        answer.put("email_verified", true);
        answer.put("active", value(userId, "IsActive"));
        answer.put("user_type", "STANDARD");
        answer.put("language", "en_US");
        answer.put("locale", "en_US");
        answer.put("zoneinfo", "America/Los_Angeles");
        answer.put("updated_at", value(userId, "SystemModstamp"));
        answer.put("urls", urls(instanceUrl));
        return Response.json(answer);
    }

    private @Nullable Object value(String userId, String name) {
        var users = org.table("User");
        var field = users.type().require(name);
        return Values.json(
                field, users.find(userId).orElseThrow(ApiException::notFound).get(field));
    }

    private static Map<String, String> urls(String instanceUrl) {
        var data = instanceUrl + "/services/data/v{version}/";
        return Map.of(
                "rest", data,
                "sobjects", data + "sobjects/",
                "query", data + "query/",
                "search", data + "search/",
                "recent", data + "recent/",
                "partner", instanceUrl + "/services/Soap/u/{version}/",
                "enterprise", instanceUrl + "/services/Soap/c/{version}/",
                "metadata", instanceUrl + "/services/Soap/m/{version}/");
    }
}
