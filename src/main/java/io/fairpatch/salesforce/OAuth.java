package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** Gets tokens from the org's OAuth endpoint. */
final class OAuth {
    private static final String TOKEN_PATH = "/services/oauth2/token";

    private final SalesforceSettings settings;
    private final Wire wire;
    private final Clock clock;

    OAuth(SalesforceSettings settings, Wire wire, Clock clock) {
        this.settings = settings;
        this.wire = wire;
        this.clock = clock;
    }

    /** @param again true when a session expired: a token given from outside can't be had again */
    Session signIn(boolean again) {
        var how = settings.signIn();
        if (how instanceof SignIn.AccessToken given) {
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
            return new Session(given.token(), settings.url(), null);
        }
        return how instanceof SignIn.JwtBearer jwt ? byAssertion(jwt) : byCredentials((SignIn.ClientCredentials) how);
    }

    private Session byCredentials(SignIn.ClientCredentials app) {
        return token(Map.of(
                "grant_type", "client_credentials",
                "client_id", app.clientId(),
                "client_secret", app.clientSecret()));
    }

    private Session byAssertion(SignIn.JwtBearer jwt) {
        var assertion = JwtAssertion.sign(jwt, settings.url(), clock.instant());
        return token(Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion));
    }

    private Session token(Map<String, String> form) {
        var call = Call.form(TOKEN_PATH, encode(form));
        JsonNode answer;
        try {
            answer = RestApi.read(wire.send(settings.url(), call, null));
        } catch (RemoteException e) {
            throw signInFailure(e);
        }
        var token = answer.path("access_token").asText();
        if (token.isEmpty()) {
            throw refused("The org's token answer holds no token.", "access_token is missing")
                    .exception();
        }
        var instance = answer.path("instance_url").asText();
        var identity = answer.path("id").asText();
        var userId = identity.substring(identity.lastIndexOf('/') + 1);
        return new Session(
                token, instance.isEmpty() ? settings.url() : URI.create(instance), userId.isEmpty() ? null : userId);
    }

    /** The token endpoint answers 400 where the rest of the API says 401. */
    private RemoteException signInFailure(RemoteException e) {
        var failure = e.failure();
        return failure.kind() == FailureKind.REQUEST || failure.kind() == FailureKind.RIGHTS
                ? refused("Sign-in at the org failed (" + failure.orgCode() + ").", failure.why())
                        .exception(e)
                : e;
    }

    private RemoteFailure refused(String what, String why) {
        return new RemoteFailure(FailureKind.SIGN_IN, what, settings.url() + TOKEN_PATH, "", why, false);
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
