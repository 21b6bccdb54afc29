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

    /**
     * A newer session than {@code stale}, signing in only when no other thread has done so meanwhile. What runs was begun
     * for one org: where another one answers by now, as after the refresh of a sandbox, it stays without a session.
     */
    synchronized Session renew(@Nullable Session stale) {
        var session = current;
        if (session == null || session.equals(stale)) {
            var next = oauth.signIn(stale != null);
            if (stale != null && next.elsewhere(stale)) {
                throw otherOrg(stale, next);
            }
            session = next;
            current = session;
        }
        return session;
    }

    private static RemoteException otherOrg(Session stale, Session next) {
        return new RemoteFailure(
                        FailureKind.OTHER_ORG,
                        "Another org answers than the one this work was begun for.",
                        next.instance().toString(),
                        "",
                        "wanted " + stale.orgId() + ", got " + next.orgId(),
                        false)
                .exception();
    }

    /** The next call signs in anew, even though this session may still be good. */
    synchronized void forget() {
        current = null;
    }
}
