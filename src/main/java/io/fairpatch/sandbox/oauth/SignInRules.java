package io.fairpatch.sandbox.oauth;

import org.jspecify.annotations.Nullable;

/** What the org's administrators say about signing in. Thread-safe. */
public final class SignInRules {
    private static final String USUAL_SCOPE = "api id openid refresh_token";

    private volatile @Nullable Refusal refusal;
    private volatile @Nullable String onlyScope;
    private volatile boolean rotates;

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
        var before = onlyScope;
        onlyScope = scopes;
        return () -> onlyScope = before;
    }

    /** Makes refresh tokens good once, each renewal handing out the next; returns what undoes it. */
    public Runnable rotate() {
        var before = rotates;
        rotates = true;
        return () -> rotates = before;
    }

    void check() {
        var now = refusal;
        if (now != null) {
            throw new OAuthError(now.error(), now.description());
        }
    }

    boolean rotates() {
        return rotates;
    }

    /** All scopes of a client. */
    String scope() {
        var only = onlyScope;
        return only == null ? USUAL_SCOPE : only;
    }

    /** What a client gets that asks for these scopes: what it asks for, unless administrators say otherwise. */
    String scope(@Nullable String asked) {
        return asked == null || asked.isBlank() || onlyScope != null ? scope() : asked.strip();
    }
}
