package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Address;
import io.fairpatch.sandbox.http.Form;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The pages of the device flow. Data Loader reads the first one itself, by the ids of its inputs, and sends it off: the
 * person then sees only the second.
 */
final class DeviceApi {
    /** Where a person types in the code. */
    static final String PAGE = "/setup/connect";

    private static final String APPROVAL = "/setup/secur/RemoteAccessAuthorizationPage.apexp";
    private static final String CODE = "user_code";

    private final SignInPage page;
    private final DeviceCodes codes;
    private final Address address;

    DeviceApi(SignInPage page, DeviceCodes codes, Address address) {
        this.page = page;
        this.codes = codes;
        this.address = address;
    }

    void routes(Router router) {
        for (var method : List.of("GET", "POST")) {
            router.on(method, PAGE, this::connect);
        }
        router.on("GET", APPROVAL, request -> page.askForUser(APPROVAL, Map.of(CODE, code(request.query()))));
        router.on("POST", APPROVAL, this::approve);
    }

    /** Shows the page until its form is sent off with a code that somebody waits for. */
    private Response connect(Request request) throws IOException {
        var form = Form.of(request);
        return form.containsKey("save") && codes.isAwaited(code(form))
                ? Response.empty(302)
                        .with("Location", address.seenBy(request) + APPROVAL + "?" + CODE + "=" + code(form))
                : page.askForCode(PAGE, code(form));
    }

    private Response approve(Request request) throws IOException {
        var form = Form.of(request);
        if (!codes.isAwaited(code(form))) {
            return page.say("The code is not valid, or no longer");
        }
        try {
            codes.approve(code(form), page.userId(form));
            return page.say("You're connected");
        } catch (OAuthError e) {
            return page.say(String.valueOf(e.getMessage()));
        }
    }

    private static String code(Map<String, String> form) {
        return form.getOrDefault(CODE, "").strip();
    }
}
