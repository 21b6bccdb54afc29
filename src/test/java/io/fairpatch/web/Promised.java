package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.fairpatch.web.api.Description;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;

/** Holds answers of the API against its own description: the status is named, and the body has what is named, no more. */
final class Promised {
    private static final String ROOT = "/api/v1/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectNode DESCRIPTION = read();
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private Promised() {}

    /** Paths of calls that only read. */
    static List<String> gets() {
        var paths = new ArrayList<String>();
        DESCRIPTION.get("paths").fields().forEachRemaining(path -> {
            if (path.getValue().has("get")) {
                paths.add(path.getKey());
            }
        });
        return paths;
    }

    /** The same answer, once it was found to be as described; one from outside the API, or the description itself, is passed over. */
    static HttpResponse<String> kept(HttpResponse<String> answer) {
        String path = answer.uri().getPath();
        if (!path.startsWith(ROOT) || path.equals(ROOT + "openapi.yml")) {
            return answer;
        }
        String method = answer.request().method();
        JsonNode call = DESCRIPTION.get("paths").path(template(path, method)).path(method.toLowerCase(Locale.ROOT));
        if (call.isMissingNode()) {
            assertThat(answer.statusCode())
                    .as("%s %s is not described", method, path)
                    .isGreaterThanOrEqualTo(400);
            return answer;
        }
        String status = Integer.toString(answer.statusCode());
        JsonNode responses = call.get("responses");
        assertThat(answer.statusCode() >= 400 || responses.has(status))
                .as("%s %s answers %s, described are %s", method, path, status, responses)
                .isTrue();
        JsonNode described =
                responses.has(status) ? responses.get(status) : DESCRIPTION.at("/components/responses/Problem");
        body(method + " " + path, described, answer);
        return answer;
    }

    private static void body(String name, JsonNode described, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode content = described.path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).as(name).isEmpty();
            return;
        }
        assertThat(content.has(type))
                .as("%s answers as %s, described is %s", name, type, content)
                .isTrue();
        if (type.endsWith("json")) {
            var wrong = SCHEMAS.computeIfAbsent(content.get(type).get("schema").toString(), Promised::schema)
                    .validate(tree(answer.body()));
            assertThat(wrong).as("%s %s", name, answer.body()).isEmpty();
        }
    }

    /** What the description calls this address. A word stands before a variable of any kind. */
    private static String template(String path, String method) {
        var names = new ArrayList<String>();
        DESCRIPTION.get("paths").fields().forEachRemaining(each -> {
            if (each.getValue().has(method.toLowerCase(Locale.ROOT))
                    && path.matches(each.getKey().replaceAll("\\{[^}]*}", "[^/]+"))) {
                names.add(each.getKey());
            }
        });
        return names.stream()
                .min(Comparator.comparingLong(
                        name -> name.chars().filter(c -> c == '{').count()))
                .orElse("");
    }

    private static JsonSchema schema(String text) {
        var whole = (ObjectNode) tree(text);
        whole.set("components", DESCRIPTION.get("components"));
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole);
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private static ObjectNode read() {
        try {
            var root = (ObjectNode) new YAMLMapper().readTree(Description.read());
            close(root.at("/components/schemas"));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Nothing is sent that the description does not name. */
    private static void close(JsonNode schemas) {
        StreamSupport.stream(schemas.spliterator(), false)
                .filter(schema -> schema.has("properties") && !schema.has("additionalProperties"))
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    }
}
