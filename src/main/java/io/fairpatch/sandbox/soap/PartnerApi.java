package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Org;
import java.io.IOException;
import org.w3c.dom.Element;

/** The SOAP partner API, as far as its clients need it to start: who is signed in. */
public final class PartnerApi {
    private static final String ENVELOPE =
            """
            <?xml version="1.0" encoding="UTF-8"?>\
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
            xmlns="urn:partner.soap.sforce.com" xmlns:sf="urn:fault.partner.soap.sforce.com" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>%s</soapenv:Body></soapenv:Envelope>""";
    private static final String FAULT =
            "<soapenv:Fault><faultcode>sf:%1$s</faultcode><faultstring>%1$s: %2$s</faultstring></soapenv:Fault>";
    private static final String XML = "text/xml;charset=UTF-8";

    private final UserInfo userInfo;
    private final Sessions sessions;

    public PartnerApi(Org org, Sessions sessions) {
        this.userInfo = new UserInfo(org);
        this.sessions = sessions;
    }

    public void routes(Router router) {
        router.on("POST", "/services/Soap/u/{version}", this::call);
        router.on("POST", "/services/Soap/u/{version}/{org}", this::call);
    }

    private Response call(Request request) throws IOException {
        try {
            var envelope = Xml.read(request.body());
            var userId = sessions.ofToken(Xml.text(envelope, "sessionId").orElse(""));
            var operation = Xml.find(envelope, "Body")
                    .flatMap(Xml::firstChild)
                    .map(Element::getLocalName)
                    .orElse("");
            if (!operation.equals("getUserInfo")) {
                throw new ApiException(
                        500, "INVALID_OPERATION", "the sandbox does not know the call '" + operation + "'");
            }
            var result = "<getUserInfoResponse><result>%s</result></getUserInfoResponse>"
                    .formatted(Xml.elements(userInfo.of(userId)));
            return Response.text(200, XML, ENVELOPE.formatted(result));
        } catch (ApiException e) {
            var fault = FAULT.formatted(e.errorCode(), Xml.escape(String.valueOf(e.getMessage())));
            return Response.text(500, XML, ENVELOPE.formatted(fault));
        }
    }
}
