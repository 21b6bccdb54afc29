package io.fairpatch.salesforce;

import org.jspecify.annotations.Nullable;

/** Holds the session and renews it: many threads may find it expired, one of them signs in. Thread-safe. */
final class Sessions {
    private final OAuth oauth;
    private volatile @Nullable Session current;

    Sessions(OAuth oauth) {
        this.oauth = oauth;
    }

    Session current() {
        var session = current;
        return session != null ? session : renew(null);
    }

    /** A newer session than {@code stale}, signing in only when no other thread has done so meanwhile. */
    synchronized Session renew(@Nullable Session stale) {
        var session = current;
        if (session == null || session.equals(stale)) {
            session = oauth.signIn(stale != null);
            current = session;
        }
        return session;
    }

    /** The next call signs in anew, even though this session may still be good. */
    synchronized void forget() {
        current = null;
    }
}
