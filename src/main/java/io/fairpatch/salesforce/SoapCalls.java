package io.fairpatch.salesforce;

import com.sforce.soap.partner.GetUserInfoResult;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.ws.ConnectionException;

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
        return wsc.inSession(sessions, session -> {
            try {
                return new PartnerConnection(wsc.config(session)).getUserInfo();
            } catch (ApiFault e) {
                throw wsc.failure(session, "getUserInfo", e.getExceptionCode(), e.getExceptionMessage(), e);
            } catch (ConnectionException e) {
                throw wsc.failure(session, "getUserInfo", null, FailureTable.reason(e), e);
            }
        });
    }
}
