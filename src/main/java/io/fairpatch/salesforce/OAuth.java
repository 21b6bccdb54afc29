package io.fairpatch.salesforce;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs in, by whichever way the settings name. */
final class OAuth {
    private final SalesforceSettings settings;
    private final TokenEndpoint tokens;
    private final Clock clock;
    private volatile int goodKey;

    OAuth(SalesforceSettings settings, TokenEndpoint tokens, Clock clock) {
        this.settings = settings;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @param again true when a session expired: a token given from outside can't be had again */
    Session signIn(boolean again) {
        var how = settings.signIn();
        if (how instanceof SignIn.AccessToken given) {
            return given(given, again);
        }
        if (how instanceof SignIn.JwtBearer jwt) {
            return byAssertion(jwt);
        }
        return how instanceof SignIn.Consent consent
                ? byConsent(consent)
                : byCredentials((SignIn.ClientCredentials) how);
    }

    private Session given(SignIn.AccessToken given, boolean again) {
        if (again) {
            throw new RemoteFailure(
                            FailureKind.SESSION_EXPIRED,
                            "The access token has expired or was revoked.",
                            settings.url().toString(),
                            "INVALID_SESSION_ID",
                            "it was given from outside and can't be renewed",
                            false)
                    .exception();
        }
        return new Session(given.token(), settings.url(), null, null);
    }

    private Session byCredentials(SignIn.ClientCredentials app) {
        return tokens.ask(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", app.clientId(),
                        "client_secret", app.clientSecret().get()))
                .session(settings.url());
    }

    /** While one key replaces another the org knows only one of them: the other is tried when the first is refused. */
    private Session byAssertion(SignIn.JwtBearer jwt) {
        int first = goodKey;
        int keys = jwt.keys().size();
        for (int i = 0; i < keys - 1; i++) {
            int at = (first + i) % keys;
            try {
                return byKey(jwt, at);
            } catch (RemoteException e) {
                if (e.kind() != FailureKind.SIGN_IN) {
                    throw e;
                }
            }
        }
        return byKey(jwt, (first + keys - 1) % keys);
    }

    private Session byKey(SignIn.JwtBearer jwt, int at) {
        var assertion = JwtAssertion.sign(jwt, jwt.keys().get(at), settings.url(), clock.instant());
        var answer =
                tokens.ask(Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion));
        goodKey = at;
        return answer.session(settings.url());
    }

    private Session byConsent(SignIn.Consent consent) {
        var refreshToken = consent.keeper().refreshToken().orElseThrow(() -> new RemoteFailure(
                        FailureKind.CONNECT_AGAIN,
                        "Nobody has connected the org yet.",
                        settings.url().toString(),
                        "",
                        "signIn.flow is web, and no refresh token is kept",
                        false)
                .exception());
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        form.put("client_id", consent.clientId());
        if (consent.clientSecret() != null) {
            form.put("client_secret", consent.clientSecret());
        }
        var answer = tokens.ask(form, FailureKind.CONNECT_AGAIN);
        if (!answer.refreshToken().isEmpty() && !answer.refreshToken().equals(refreshToken)) {
            consent.keeper().replaced(answer.refreshToken());
        }
        return answer.session(settings.url());
    }
}
