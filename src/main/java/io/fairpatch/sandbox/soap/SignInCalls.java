package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.Address;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.oauth.Passwords;
import io.fairpatch.sandbox.org.Org;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Element;

/** The calls about passwords: login, which ends with API version 64, setPassword and resetPassword. */
public final class SignInCalls {
    private static final double LAST_VERSION = 64;

    private final Org org;
    private final Passwords passwords;
    private final Address address;

    /** @param address where the org is reached */
    public SignInCalls(Org org, Passwords passwords, Address address) {
        this.org = org;
        this.passwords = passwords;
        this.address = address;
    }

    String login(Request request, Element login) {
        var version = request.part("version");
        if (!version.matches("\\d{2}(\\.\\d)?") || Double.parseDouble(version) > LAST_VERSION) {
            throw new ApiException(
                    500, "UNSUPPORTED_API_VERSION", "login() is not available in API version " + version);
        }
        var session = passwords.open(
                Xml.childText(login, "username").orElse(""),
                Xml.childText(login, "password").orElse(""));
        var server = address.seenBy(request) + "/services/Soap/";
        var path = version + "/" + org.orgId().substring(0, 15);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("metadataServerUrl", server + "m/" + path);
        answer.put("passwordExpired", false);
        answer.put("sandbox", false);
        answer.put("serverUrl", server + (request.path().startsWith("/services/Soap/c/") ? "c/" : "u/") + path);
        answer.put("sessionId", session.token());
        answer.put("userId", session.userId());
        return "<result>" + Xml.elements(answer) + "<userInfo>"
                + Xml.elements(WsdlAge.known(request, new UserInfo(org).of(session.userId()))) + "</userInfo></result>";
    }

    String setPassword(Envelope call) {
        passwords.set(
                call.userId(),
                call.argument("userId").orElse(""),
                call.argument("password").orElse(""));
        return "<result/>";
    }

    String resetPassword(Envelope call) {
        var password = passwords.reset(call.userId(), call.argument("userId").orElse(""));
        return SoapXml.element("result", Map.of("password", password));
    }
}
