package io.fairpatch.sandbox.soap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.metadata.Deployments;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/** The calls of the SOAP Metadata API. */
final class MetadataCalls {
    private final Deployments deployments;

    MetadataCalls(Deployments deployments) {
        this.deployments = deployments;
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
            case "deploy" -> deploy(call);
            case "checkDeployStatus" -> status(call);
            default ->
                throw new ApiException(
                        500, "INVALID_OPERATION", "the sandbox does not know the call '" + call.operation() + "'");
        };
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
        var result = SoapXml.element("result", deployments.result(required(call, "asyncProcessId"), details));
        // times in XML end differently from those in JSON
        return result.replace("+0000<", "Z<");
    }

    private static String required(Envelope call, String name) {
        return call.argument(name).orElseThrow(() -> new ApiException(500, "MISSING_ARGUMENT", name + " is required"));
    }
}
