package io.fairpatch.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;

/** Answers of the REST API in XML, for who prefers it to JSON: by the header Accept or by an address that ends so. */
final class RestXml {
    private static final String XML = "application/xml";
    private static final String VERSIONS = "/services/data";
    /** What is written in JSON alone: the newer parts of the API. */
    private static final Pattern JSON_ONLY = Pattern.compile(
            "/services/data/[^/]+/(jobs|ui-api|metadata|composite|composite/graph)(/(?!batch|tree|sobjects).*)?");

    private RestXml() {}

    /**
     * The answer as the client wants it.
     *
     * @param path as it was sent
     */
    static Response spoken(String path, Headers headers, Response response) throws IOException {
        if (!response.isJson()
                || !path.startsWith(VERSIONS)
                || JSON_ONLY.matcher(path).matches()
                || !wanted(path, headers)) {
            return response;
        }
        var answer = Json.read(new ByteArrayInputStream(response.content()));
        var xml = new XmlText(root(path.replaceFirst("\\.xml$", ""), response.status(), answer), answer).toString();
        var spoken = Response.text(response.status(), XML + ";charset=UTF-8", xml);
        for (var header : response.headers().entrySet()) {
            spoken = header.getKey().equals("Content-Type") ? spoken : spoken.with(header.getKey(), header.getValue());
        }
        return spoken;
    }

    private static boolean wanted(String path, Headers headers) {
        if (path.endsWith(".xml") || path.endsWith(".json")) {
            return path.endsWith(".xml");
        }
        for (var range :
                Objects.requireNonNullElse(headers.getFirst("Accept"), "").split(",")) {
            var type = range.replaceFirst(";.*", "").strip();
            if (type.equals("application/json") || type.equals("*/*")) {
                return false;
            }
            if (type.equals(XML) || type.equals("text/xml")) {
                return true;
            }
        }
        return false;
    }

    /** What the outermost element is called: after what the answer is, or the object it tells of. */
    private static String root(String path, int status, JsonNode answer) {
        if (answer.isArray()) {
            return status >= 400 ? "Errors" : path.equals(VERSIONS) ? "Versions" : listed(path);
        }
        if (answer.has("attributes")) {
            return answer.path("attributes").path("type").asText();
        }
        if (answer.has("totalSize")) {
            return "QueryResult";
        }
        return answer.has("success") ? "Result" : rest(path, answer);
    }

    private static String listed(String path) {
        return path.contains("/search") ? "SearchResults" : "Results";
    }

    private static String rest(String path, JsonNode answer) {
        var steps = path.substring(VERSIONS.length()).split("/");
        if (steps.length < 3) {
            return "urls";
        }
        return switch (steps[2]) {
            case "sobjects" -> steps.length == 3 ? "DescribeGlobal" : described(answer, steps[3]);
            case "limits" -> steps.length == 3 ? "LimitsSnapshot" : "Result";
            case "search", "parameterizedSearch" -> "SearchResults";
            default -> path.contains("/composite/tree/") ? "SObjectTreeResponse" : "Result";
        };
    }

    private static String described(JsonNode answer, String asked) {
        var object = answer.has("objectDescribe") ? answer.path("objectDescribe") : answer;
        return object.path("name").asText(asked);
    }
}
