package io.fairpatch.salesforce;

import com.sforce.soap.partner.GetUserInfoResult;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.ws.ConnectionException;
import java.time.Instant;

/** Calls of the SOAP partner API, by force-wsc, in the session of our OAuth sign-in. Thread-safe. */
final class SoapCalls {
    private final Sessions sessions;
    private final Wsc wsc;

    SoapCalls(Sessions sessions, Wsc wsc) {
        this.sessions = sessions;
        this.wsc = wsc;
    }

    /** Who is signed in, in which org; works where the OAuth scopes don't reach userinfo. */
    GetUserInfoResult userInfo() {
        return call("getUserInfo", PartnerConnection::getUserInfo);
    }

    /** What time the org's own clock says, by which it stamps records; the Date of an answer is its front door's. */
    Instant time() {
        return call("getServerTimestamp", PartnerConnection::getServerTimestamp)
                .getTimestamp()
                .toInstant();
    }

    private interface Asking<T> {
        T ask(PartnerConnection org) throws ConnectionException;
    }

    private <T> T call(String name, Asking<T> asking) {
        return wsc.inSession(sessions, session -> {
            try {
                return asking.ask(new PartnerConnection(wsc.config(session)));
            } catch (ApiFault e) {
                throw wsc.failure(session, name, e.getExceptionCode(), e.getExceptionMessage(), e);
            } catch (ConnectionException e) {
                throw wsc.failure(session, name, null, FailureTable.reason(e), e);
            }
        });
    }
}
