package io.fairpatch.sandbox.soap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.metadata.Deployments;
import io.fairpatch.sandbox.metadata.DirectWrites.Verb;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The calls of the SOAP Metadata API. */
final class MetadataCalls {
    private final Deployments deployments;
    private final DirectCalls direct;

    MetadataCalls(Deployments deployments) {
        this.deployments = deployments;
        this.direct = new DirectCalls(deployments);
    }

    String result(Envelope call) throws IOException {
        return switch (call.operation()) {
            case "describeMetadata" -> SoapXml.element("result", deployments.describe());
            case "listMetadata" ->
                call.arguments("queries").stream()
                        .flatMap(query -> Xml.childText(query, "type").stream())
                        .flatMap(type -> deployments.list(type).stream())
                        .map(found -> SoapXml.element("result", found))
                        .collect(Collectors.joining());
            case "readMetadata" -> read(call);
            case "retrieve" -> retrieve(call);
            case "checkRetrieveStatus" -> result(deployments.retrieved(required(call, "asyncProcessId")));
            case "deploy" -> deploy(call);
            case "checkDeployStatus" -> status(call);
            case "deployRecentValidation" ->
                "<result>" + deployments.deployValidated(required(call, "validationId"), call.userId()) + "</result>";
            case "cancelDeploy" -> cancel(call);
            case "createMetadata" -> direct.write(call, Verb.CREATE);
            case "updateMetadata" -> direct.write(call, Verb.UPDATE);
            case "upsertMetadata" -> direct.write(call, Verb.UPSERT);
            case "deleteMetadata" -> direct.delete(call);
            default -> throw new UnknownCall(call);
        };
    }

    private String read(Envelope call) {
        var type = required(call, "type");
        return call.arguments("fullNames").stream()
                .map(name -> name.getTextContent().strip())
                .map(name -> deployments
                        .read(type, name)
                        .map(xml -> "<records xsi:type=\"%s\">%s%s</records>".formatted(type, named(xml, name), xml))
                        .orElse("<records xsi:nil=\"true\"/>"))
                .collect(Collectors.joining("", "<result>", "</result>"));
    }

    /** A file's name says what it holds; an answer must say it itself. */
    private static String named(String xml, String name) {
        return xml.startsWith("<fullName>" + name + "<") ? "" : Xml.elements(Map.of("fullName", name));
    }

    private String retrieve(Envelope call) throws IOException {
        // the only argument, which clients call by different names
        var wanted = Xml.firstChild(call.call())
                .flatMap(request -> Xml.children(request, "unpackaged").stream().findFirst())
                .orElseThrow(() -> new ApiException(500, "MISSING_ARGUMENT", "unpackaged is required"));
        var id = deployments.retrieve(wanted, Xml.childText(wanted, "version").orElse("66.0"));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("done", false);
        answer.put("id", id);
        answer.put("state", "Queued");
        return SoapXml.element("result", answer);
    }

    /** Times in XML end differently from those in JSON. */
    private static String result(Map<String, ?> answer) {
        return SoapXml.element("result", answer).replace("+0000<", "Z<");
    }

    private String deploy(Envelope call) throws IOException {
        var zip = Base64.getMimeDecoder().decode(required(call, "ZipFile"));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("done", false);
        answer.put("id", deployments.deploy(zip, options(call), call.userId()));
        answer.put("state", "Queued");
        return SoapXml.element("result", answer);
    }

    private static JsonNode options(Envelope call) {
        var options = JsonNodeFactory.instance.objectNode();
        call.arguments("DeployOptions").stream()
                .flatMap(element -> Xml.children(element).stream())
                .forEach(option -> options.put(
                        option.getLocalName(), option.getTextContent().strip()));
        return options;
    }

    private String status(Envelope call) {
        boolean details = call.argument("includeDetails").filter("true"::equals).isPresent();
        return result(deployments.result(required(call, "asyncProcessId"), details));
    }

    private String cancel(Envelope call) {
        // the only argument, which clients call by different names
        var id = Xml.firstChild(call.call())
                .map(node -> node.getTextContent().strip())
                .orElse("");
        if (!deployments.cancel(id)) {
            throw new ApiException(500, "INVALID_ID_FIELD", "Deployment already completed");
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("done", true);
        answer.put("id", id);
        return SoapXml.element("result", answer);
    }

    private static String required(Envelope call, String name) {
        return call.argument(name).orElseThrow(() -> new ApiException(500, "MISSING_ARGUMENT", name + " is required"));
    }
}
