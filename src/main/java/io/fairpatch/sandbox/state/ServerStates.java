package io.fairpatch.sandbox.state;

import io.fairpatch.sandbox.http.Versions;
import io.fairpatch.sandbox.limit.Limit;
import io.fairpatch.sandbox.limit.Limits;
import io.fairpatch.sandbox.oauth.SignInRules;
import java.time.Duration;
import java.util.function.Function;

/**
 * States of the server rather than the org.
 *
 * @param clock sets the org's clock ahead, and returns what undoes it
 */
public record ServerStates(SignInRules signIn, Limits limits, Versions versions, Function<Duration, Runnable> clock) {
    Runnable apply(StateKind kind, StateParams params) {
        return switch (kind) {
            case SIGN_IN_REFUSED ->
                signIn.refuse(params.text("error", "invalid_grant"), params.text("message", "ip restricted"));
            case SCOPE -> signIn.grant(params.require("scope"));
            case REFRESH_TOKEN_ROTATION -> signIn.rotate();
            case LIMIT -> limit(params);
            case CLOCK -> clock.apply(Duration.ofSeconds(params.number("seconds", 0)));
            case API_VERSIONS -> versions.set(params.number("oldest", 31), params.number("newest", Versions.NEWEST));
            default -> throw new IllegalArgumentException("no state of the server: " + kind);
        };
    }

    private Runnable limit(StateParams params) {
        var limit = Limit.of(params.require("name"))
                .orElseThrow(() ->
                        new IllegalArgumentException("there is no allocation \"" + params.require("name") + "\""));
        int most = params.number("max", (int) Math.min(Integer.MAX_VALUE, limits.most(limit)));
        return limits.set(limit, most, params.number("used", 0));
    }
}
