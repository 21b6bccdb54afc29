package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.http.Versions;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.metadata.Deployments;
import io.fairpatch.sandbox.oauth.Passwords;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.soql.SoqlException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The SOAP APIs: partner, enterprise and metadata. */
public final class SoapApi {
    private static final String ENVELOPE =
            """
            <?xml version="1.0" encoding="UTF-8"?>\
            <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
            xmlns="%s" xmlns:sf="%s" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soapenv:Body>%s</soapenv:Body></soapenv:Envelope>""";
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

    private final Org org;
    private final Sessions sessions;
    private final Versions versions;
    private final UserInfo userInfo;
    private final DescribeCalls describes;
    private final QueryCalls queries;
    private final WriteCalls writes;
    private final ReplicationCalls replication;
    private final MetadataCalls metadata;
    private final LoginCall login;

    public SoapApi(
            Org org,
            RecordWriter writer,
            Sessions sessions,
            Versions versions,
            Deployments deployments,
            LoginCall login) {
        this.org = org;
        this.versions = versions;
        this.sessions = sessions;
        this.userInfo = new UserInfo(org);
        this.describes = new DescribeCalls(org);
        this.queries = new QueryCalls(org);
        this.writes = new WriteCalls(org, writer);
        this.replication = new ReplicationCalls(org);
        this.metadata = new MetadataCalls(deployments);
        this.login = login;
    }

    public void routes(Router router) {
        for (var dialect : List.of("u", "c", "m")) {
            router.on("POST", "/services/Soap/" + dialect + "/{version}", this::call);
            router.on("POST", "/services/Soap/" + dialect + "/{version}/{org}", this::call);
        }
    }

    private Response call(Request request) throws IOException {
        try {
            if (!versions.knows(request.part("version"))) {
                throw new ApiException(500, "UNSUPPORTED_API_VERSION", "Invalid Api version specified on URL");
            }
            var root = Xml.read(request.body());
            var body = Xml.find(root, "Body")
                    .flatMap(Xml::firstChild)
                    .orElseThrow(() -> new ApiException(500, "INVALID_OPERATION", "the body is empty"));
            if (body.getLocalName().equals("login")) {
                return ok(request, "login", login.result(request, body));
            }
            var userId = sessions.ofToken(Xml.text(root, "sessionId").orElse(""));
            var call = new Envelope(request, root, body, userId);
            var result = Dialect.of(request) == Dialect.METADATA ? metadata.result(call) : result(call);
            return ok(request, call.operation(), result);
        } catch (ApiException e) {
            return fault(request, e.errorCode(), String.valueOf(e.getMessage()));
        } catch (SoqlException e) {
            return fault(request, e.errorCode(), String.valueOf(e.getMessage()));
        } catch (UnknownCall e) {
            var fault = UNKNOWN.formatted(Xml.escape(String.valueOf(e.getMessage())));
            return Response.text(
                    500, XML, envelope(Dialect.of(request), Dialect.of(request).faults(), fault));
        } catch (Passwords.Refused e) {
            return fault(request, e.code(), String.valueOf(e.getMessage()), "LoginFault", "");
        }
    }

    private static Response ok(Request request, String operation, String result) {
        var dialect = Dialect.of(request);
        var answer = "<%1$sResponse>%2$s</%1$sResponse>".formatted(operation, dialect.spoken(result));
        return Response.text(200, XML, envelope(dialect, dialect.records(), answer));
    }

    private static String envelope(Dialect dialect, String types, String body) {
        return ENVELOPE.formatted(dialect.namespace(), types, body);
    }

    private String result(Envelope call) {
        return switch (call.operation()) {
            case "getUserInfo" -> "<result>" + Xml.elements(userInfo.of(call.userId())) + "</result>";
            case "getServerTimestamp" ->
                "<result><timestamp>" + Values.xmlTime(org.clock().instant()) + "</timestamp></result>";
            case "logout" -> logout(call);
            case "describeGlobal" -> describes.global(call);
            case "describeSObject", "describeSObjects" -> describes.objects(call);
            case "query" -> queries.query(call, false);
            case "queryAll" -> queries.query(call, true);
            case "queryMore" -> queries.more(call);
            case "search" -> queries.search(call);
            case "retrieve" -> queries.retrieve(call);
            case "create" -> writes.write(call, Kind.INSERT);
            case "update" -> writes.write(call, Kind.UPDATE);
            case "upsert" -> writes.write(call, Kind.UPSERT);
            case "delete" -> writes.delete(call);
            case "undelete" -> writes.undelete(call);
            case "merge" -> writes.merge(call);
            case "getUpdated" -> replication.updated(call);
            case "getDeleted" -> replication.deleted(call);
            default -> throw new UnknownCall(call);
        };
    }

    private String logout(Envelope call) {
        sessions.revoke(Xml.text(call.root(), "sessionId").orElse(""));
        return "";
    }

    private static Response fault(Request request, String code, String message) {
        var type = FAULTS.getOrDefault(code, "UnexpectedErrorFault");
        return fault(request, code, message, type, WITH_PLACE.contains(code) ? place(message) : "");
    }

    /** Where in a query the fault lies; -1 for nowhere. */
    private static String place(String message) {
        var match = PLACE.matcher(message);
        boolean found = match.find();
        return "<sf:row>%s</sf:row><sf:column>%s</sf:column>"
                .formatted(found ? match.group(1) : "-1", found ? match.group(2) : "-1");
    }

    private static Response fault(Request request, String code, String message, String type, String more) {
        var dialect = Dialect.of(request);
        var answer = FAULT.formatted(code, Xml.escape(message), type, more);
        return Response.text(500, XML, envelope(dialect, dialect.faults(), answer));
    }
}
