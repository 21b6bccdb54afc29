package io.fairpatch.salesforce;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.oauth.FormText;
import io.fairpatch.oauth.Pkce;
import io.fairpatch.org.ConsentGrant;
import io.fairpatch.org.ConsentRequest;
import io.fairpatch.org.OrgConsent;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Objects;

/** The web server flow with PKCE. Thread-safe. */
final class SalesforceConsent implements OrgConsent {
    private static final String SCOPE = "api refresh_token";

    private final SalesforceSettings settings;
    private final TokenEndpoint tokens;
    private final Sessions sessions;

    SalesforceConsent(SalesforceSettings settings, TokenEndpoint tokens, Sessions sessions) {
        this.settings = settings;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public URI page(ConsentRequest request) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", app().clientId());
        query.put("redirect_uri", request.redirect().toString());
        query.put("scope", SCOPE);
        query.put("state", request.state());
        query.put("code_challenge", Pkce.challenge(request.verifier()));
        query.put("code_challenge_method", "S256");
        return settings.url().resolve("/services/oauth2/authorize?" + FormText.of(query));
    }

    @Override
    public ConsentGrant redeem(ConsentRequest request, String code) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("client_id", app().clientId());
        if (app().clientSecret() != null) {
            form.put("client_secret", Objects.requireNonNull(app().clientSecret()));
        }
        form.put("redirect_uri", request.redirect().toString());
        form.put("code_verifier", request.verifier());
        try {
            return grant(tokens.ask(form, FailureKind.CONNECT_AGAIN));
        } catch (RemoteException e) {
            throw e.failure().problem().exception(e);
        }
    }

    @Override
    public void startAnew() {
        sessions.forget();
    }

    private ConsentGrant grant(TokenAnswer answer) {
        var orgId = answer.orgId();
        var userId = answer.userId();
        if (answer.refreshToken().isEmpty() || orgId == null || userId == null) {
            throw failure(
                            "The org gave no lasting grant.",
                            answer.refreshToken().isEmpty()
                                    ? "the answer holds no refresh_token: the app lacks the scope refresh_token"
                                    : "the answer doesn't say which org and user it is for")
                    .exception();
        }
        return new ConsentGrant(
                answer.refreshToken(),
                answer.session(settings.url()).instance().toString(),
                SalesforceId.of(orgId),
                SalesforceId.of(userId),
                answer.scope());
    }

    private SignIn.Consent app() {
        if (settings.signIn() instanceof SignIn.Consent consent) {
            return consent;
        }
        throw failure("This installation doesn't connect by a person's sign-in.", "signIn.flow is not web")
                .problem()
                .maybe(
                        "set signIn.flow to web in connector-config/connector.yml; the flow in force needs no connecting")
                .exception();
    }

    private RemoteFailure failure(String what, String why) {
        return new RemoteFailure(FailureKind.CONNECT_AGAIN, what, settings.url() + TokenEndpoint.PATH, "", why, false);
    }
}
