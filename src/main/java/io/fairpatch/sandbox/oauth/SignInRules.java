package io.fairpatch.sandbox.oauth;

import org.jspecify.annotations.Nullable;

/** What the org's administrators say about signing in. Thread-safe. */
public final class SignInRules {
    private static final String USUAL_SCOPE = "api id openid refresh_token";

    private volatile @Nullable Refusal refusal;
    private volatile String scope = USUAL_SCOPE;

    /** Why nobody is signed in. */
    private record Refusal(String error, String description) {}

    /** Refuses all sign-ins; returns what undoes it. */
    public Runnable refuse(String error, String description) {
        var before = refusal;
        refusal = new Refusal(error, description);
        return () -> refusal = before;
    }

    /** Grants only these scopes, parted by spaces; returns what undoes it. */
    public Runnable grant(String scopes) {
        var before = scope;
        scope = scopes;
        return () -> scope = before;
    }

    void check() {
        var now = refusal;
        if (now != null) {
            throw new OAuthError(now.error(), now.description());
        }
    }

    String scope() {
        return scope;
    }
}
