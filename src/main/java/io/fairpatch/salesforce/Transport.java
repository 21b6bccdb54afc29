package io.fairpatch.salesforce;

/** Sends requests as the signed-in user and renews an expired session once a request. Thread-safe. */
final class Transport {
    private final Wire wire;
    private final Sessions sessions;

    Transport(Wire wire, Sessions sessions) {
        this.wire = wire;
        this.sessions = sessions;
    }

    Sessions sessions() {
        return sessions;
    }

    /**
     * Sends the call; the caller closes the answer. An expired session is refused before anything is done, so replaying
     * is safe for every call.
     */
    Reply open(Call call) {
        var session = sessions.current();
        try {
            return wire.send(session.instance(), call, session.token());
        } catch (RemoteException e) {
            if (e.kind() != FailureKind.SESSION_EXPIRED) {
                throw e;
            }
            var renewed = sessions.renew(session);
            return wire.send(renewed.instance(), call, renewed.token());
        }
    }
}
