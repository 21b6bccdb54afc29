package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.limit.Limit;
import io.fairpatch.sandbox.limit.Limits;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Results and faults in their envelopes. */
final class SoapAnswers {
    private static final String ENVELOPE =
            """
            <?xml version="1.0" encoding="UTF-8"?>\
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
            xmlns="%s" xmlns:sf="%s" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xmlns:xsd="http://www.w3.org/2001/XMLSchema">%s<soapenv:Body>%s</soapenv:Body></soapenv:Envelope>""";
    private static final String LIMIT_INFO =
            """
            <soapenv:Header><LimitInfoHeader><limitInfo><current>%d</current><limit>%d</limit>\
            <type>API REQUESTS</type></limitInfo></LimitInfoHeader></soapenv:Header>""";
    private static final String FAULT =
            """
            <soapenv:Fault><faultcode>sf:%1$s</faultcode><faultstring>%1$s: %2$s</faultstring><detail>\
            <sf:%3$s xsi:type="sf:%3$s"><sf:exceptionCode>%1$s</sf:exceptionCode>\
            <sf:exceptionMessage>%2$s</sf:exceptionMessage>%4$s</sf:%3$s></detail></soapenv:Fault>""";
    private static final String UNKNOWN =
            "<soapenv:Fault><faultcode>soapenv:Client</faultcode><faultstring>%s</faultstring></soapenv:Fault>";
    private static final Pattern PLACE = Pattern.compile("ERROR at Row:(\\d+):Column:(\\d+)");
    /** How the WSDL calls the faults that have a name of their own. */
    private static final Map<String, String> FAULTS = Map.of(
            "MALFORMED_ID", "InvalidIdFault",
            "INVALID_QUERY_LOCATOR", "InvalidQueryLocatorFault",
            "MALFORMED_QUERY", "MalformedQueryFault",
            "MALFORMED_SEARCH", "MalformedSearchFault",
            "INVALID_FIELD", "InvalidFieldFault",
            "INVALID_TYPE", "InvalidSObjectFault");

    private static final Set<String> WITH_PLACE = Set.of("MALFORMED_QUERY", "INVALID_FIELD", "INVALID_TYPE");
    private static final String XML = "text/xml;charset=UTF-8";

    private final Limits limits;

    SoapAnswers(Limits limits) {
        this.limits = limits;
    }

    /** What a call came to; outside the metadata API its header tells how many calls the org has made today. */
    Response ok(Request request, String operation, String result) {
        var dialect = Dialect.of(request);
        var answer = "<%1$sResponse>%2$s</%1$sResponse>".formatted(operation, dialect.spoken(result));
        var header = dialect == Dialect.METADATA
                ? ""
                : LIMIT_INFO.formatted(limits.used(Limit.API_REQUESTS), limits.most(Limit.API_REQUESTS));
        return Response.text(200, XML, ENVELOPE.formatted(dialect.namespace(), dialect.records(), header, answer));
    }

    /** A refusal, under the name that the WSDL has for its kind. */
    Response fault(Request request, String code, String message) {
        var type = FAULTS.getOrDefault(code, "UnexpectedErrorFault");
        return fault(request, code, message, type, WITH_PLACE.contains(code) ? place(message) : "");
    }

    Response fault(Request request, String code, String message, String type, String more) {
        return fault(request, FAULT.formatted(code, Xml.escape(message), type, more));
    }

    /** The refusal of a call that no WSDL has. */
    Response unknown(Request request, String message) {
        return fault(request, UNKNOWN.formatted(Xml.escape(message)));
    }

    private static Response fault(Request request, String fault) {
        var dialect = Dialect.of(request);
        return Response.text(500, XML, ENVELOPE.formatted(dialect.namespace(), dialect.faults(), "", fault));
    }

    /** Where in a query the fault lies; -1 for nowhere. */
    private static String place(String message) {
        var match = PLACE.matcher(message);
        boolean found = match.find();
        return "<sf:row>%s</sf:row><sf:column>%s</sf:column>"
                .formatted(found ? match.group(1) : "-1", found ? match.group(2) : "-1");
    }
}
