package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.oauth.FormText;
import java.net.URI;
import java.util.Map;

/** The org's token endpoint. Thread-safe. */
final class TokenEndpoint {
    static final String PATH = "/services/oauth2/token";

    private final URI url;
    private final Wire wire;

    TokenEndpoint(URI url, Wire wire) {
        this.url = url;
        this.wire = wire;
    }

    TokenAnswer ask(Map<String, String> form) {
        return ask(form, FailureKind.SIGN_IN);
    }

    /** @param refused what a refusal means for this way of signing in */
    TokenAnswer ask(Map<String, String> form, FailureKind refused) {
        JsonNode answer;
        try {
            answer = RestApi.read(wire.send(url, Call.form(PATH, FormText.of(form)), null));
        } catch (RemoteException e) {
            throw signInFailure(e, refused);
        }
        if (answer.path("access_token").asText().isEmpty()) {
            throw failure(FailureKind.SIGN_IN, "The org's token answer holds no token.", "access_token is missing")
                    .exception();
        }
        return new TokenAnswer(
                answer.path("access_token").asText(),
                answer.path("refresh_token").asText(),
                answer.path("instance_url").asText(),
                answer.path("id").asText(),
                answer.path("scope").asText());
    }

    /** The token endpoint answers 400 where the rest of the API says 401. */
    private RemoteException signInFailure(RemoteException e, FailureKind refused) {
        var failure = e.failure();
        if (failure.kind() != FailureKind.REQUEST && failure.kind() != FailureKind.RIGHTS) {
            return e;
        }
        // only a grant that no longer holds asks for the person again; a wrong client id or secret is ours to mend
        var kind = failure.orgCode().equals("invalid_grant") ? refused : FailureKind.SIGN_IN;
        return failure(kind, "Sign-in at the org failed (" + failure.orgCode() + ").", failure.why())
                .exception(e);
    }

    private RemoteFailure failure(FailureKind kind, String what, String why) {
        return new RemoteFailure(kind, what, url + PATH, "", why, false);
    }
}
