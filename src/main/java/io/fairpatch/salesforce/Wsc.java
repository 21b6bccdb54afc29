package io.fairpatch.salesforce;

import com.sforce.ws.ConnectorConfig;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lends our session to the force-wsc library and reads its failures by our table. */
final class Wsc {
    /** The API version that the library's generated classes were made for. */
    static final String VERSION = "65.0";

    /** Codes that the library also gives when it couldn't understand the answer. */
    private static final Set<String> UNCLEAR =
            Set.of("", "Unknown", "ClientInputError", "InternalServerError", "Timeout");

    private final Pace pace;

    Wsc(Pace pace) {
        this.pace = pace;
    }

    ConnectorConfig config(Session session) {
        var config = new ConnectorConfig();
        config.setManualLogin(true);
        config.setSessionId(session.token());
        config.setServiceEndpoint(
                session.instance().resolve("/services/Soap/u/" + VERSION).toString());
        config.setRestEndpoint(
                session.instance().resolve("/services/async/" + VERSION).toString());
        config.setConnectionTimeout(Math.toIntExact(pace.connectTimeout().toMillis()));
        config.setReadTimeout(Math.toIntExact(pace.answerTimeout().toMillis()));
        // HttpURLConnection sends a lost POST a second time by itself, unless its body is streamed
        config.setUseChunkedPost(true);
        return config;
    }

    /** Runs a call and, when the session has expired, runs it once more in a new one. */
    <T> T inSession(Sessions sessions, Function<Session, T> call) {
        var session = sessions.current();
        try {
            return call.apply(session);
        } catch (RemoteException e) {
            if (e.kind() != FailureKind.SESSION_EXPIRED) {
                throw e;
            }
            return call.apply(sessions.renew(session));
        }
    }

    RemoteException failure(
            Session session, String call, @Nullable Enum<?> given, @Nullable String said, Throwable cause) {
        var where = session.instance().toString();
        var code = given == null ? "" : given.name();
        var why = said == null ? "" : said;
        if (cause.getCause() instanceof IOException io) {
            return FailureTable.of(io, call, where).exception(cause);
        }
        boolean unclear = UNCLEAR.contains(code);
        var kind = unclear && cause.getCause() != null
                ? FailureKind.ANSWER
                : FailureTable.kind(0, new OrgError(code, why));
        var named = code.isEmpty() ? "" : " (" + code + ")";
        return new RemoteFailure(kind, "The org didn't do: " + call + named + ".", where, code, why, unclear)
                .exception(cause);
    }
}
