package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.fault.FaultKind;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.http.Versions;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.limit.Limits;
import io.fairpatch.sandbox.metadata.Deployments;
import io.fairpatch.sandbox.oauth.Passwords;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.soql.SoqlException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The SOAP APIs: partner, enterprise and metadata. */
public final class SoapApi {
    private static final String UNSUPPORTED = "UNSUPPORTED_API_VERSION";
    private static final String NO_VERSION = "Invalid Api version specified on URL";

    private final Org org;
    private final Sessions sessions;
    private final Versions versions;
    private final UserInfo userInfo;
    private final DescribeCalls describes;
    private final PageCalls pages;
    private final QueryCalls queries;
    private final WriteCalls writes;
    private final LeadCalls leads;
    private final ReplicationCalls replication;
    private final MetadataCalls metadata;
    private final SignInCalls signIn;
    private final SoapAnswers answers;

    /** @param limits what each answer tells the use of */
    public SoapApi(
            Org org,
            RecordWriter writer,
            Sessions sessions,
            Versions versions,
            Deployments deployments,
            SignInCalls signIn,
            Limits limits) {
        this.org = org;
        this.answers = new SoapAnswers(limits);
        this.versions = versions;
        this.sessions = sessions;
        this.userInfo = new UserInfo(org);
        this.describes = new DescribeCalls(org);
        this.pages = new PageCalls(org, describes);
        this.queries = new QueryCalls(org);
        this.writes = new WriteCalls(org, writer);
        this.leads = new LeadCalls(org, writer);
        this.replication = new ReplicationCalls(org);
        this.metadata = new MetadataCalls(deployments);
        this.signIn = signIn;
    }

    public void routes(Router router) {
        for (var dialect : List.of("u", "c", "m")) {
            router.on("POST", "/services/Soap/" + dialect, request -> answers.fault(request, UNSUPPORTED, NO_VERSION));
            // clients let the id of the org follow, or what they call
            router.on("POST", "/services/Soap/" + dialect + "/{version}/*", this::call);
        }
    }

    private Response call(Request request) throws IOException {
        try {
            if (!versions.knows(request.part("version"))) {
                throw new ApiException(500, UNSUPPORTED, NO_VERSION);
            }
            var root = Xml.read(request.body());
            var body = Xml.find(root, "Body")
                    .flatMap(Xml::firstChild)
                    .orElseThrow(() -> new ApiException(500, "INVALID_OPERATION", "the body is empty"));
            if (body.getLocalName().equals("login")) {
                return answers.ok(request, "login", signIn.login(request, body));
            }
            var call = new Envelope(request, root, body, userId(request, root));
            var result = Dialect.of(request) == Dialect.METADATA ? metadata.result(call) : result(call);
            return answers.ok(request, call.operation(), result);
        } catch (ApiException e) {
            return answers.fault(request, e.errorCode(), String.valueOf(e.getMessage()));
        } catch (SoqlException e) {
            return answers.fault(request, e.errorCode(), String.valueOf(e.getMessage()));
        } catch (UnknownCall e) {
            return answers.unknown(request, String.valueOf(e.getMessage()));
        } catch (Passwords.Refused e) {
            return answers.fault(request, e.code(), String.valueOf(e.getMessage()), "LoginFault", "");
        }
    }

    /** Salesforce's Java client renews a session only when it is told that it was not found. */
    private String userId(Request request, Element root) {
        var token = Xml.text(root, "sessionId").orElse("");
        if (!sessions.knows(token) || request.fault(FaultKind.SESSION_EXPIRED).isPresent()) {
            throw new ApiException(
                    500,
                    "INVALID_SESSION_ID",
                    "Invalid Session ID found in SessionHeader: Illegal Session. Session not found");
        }
        return sessions.ofToken(token);
    }

    private String result(Envelope call) {
        return switch (call.operation()) {
            case "getUserInfo" ->
                "<result>" + Xml.elements(WsdlAge.known(call.request(), userInfo.of(call.userId()))) + "</result>";
            case "getServerTimestamp" ->
                "<result><timestamp>" + Values.xmlTime(org.clock().instant()) + "</timestamp></result>";
            case "logout" -> logout(call);
            case "setPassword" -> signIn.setPassword(call);
            case "resetPassword" -> signIn.resetPassword(call);
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
            case "emptyRecycleBin" -> writes.emptyRecycleBin(call);
            case "merge" -> writes.merge(call);
            case "convertLead" -> leads.convert(call);
            case "getUpdated" -> replication.updated(call);
            case "getDeleted" -> replication.deleted(call);
            case "invalidateSessions" -> invalidate(call);
            default -> pages.result(call);
        };
    }

    private String invalidate(Envelope call) {
        return call.arguments("sessionIds").stream()
                .map(session -> sessions.revoke(session.getTextContent().strip()))
                .map(ended -> "<result><success>" + ended + "</success></result>")
                .collect(Collectors.joining());
    }

    private String logout(Envelope call) {
        sessions.revoke(Xml.text(call.root(), "sessionId").orElse(""));
        return "";
    }
}
