package io.fairpatch.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The description that the compiler makes of the API's code, completed by what holds for all calls: a name that stays, the
 * failure, the headers of repeats and revisions. What the compiler gets wrong of values that may be null is put right.
 */
public final class Description {
    private static final String FILE = "/META-INF/swagger/fairpatch.yml";
    private static final String ROOT = "/api/v1/";

    /** Changes nothing, for all that it takes a body. */
    private static final Set<String> LOOKS = Set.of(ROOT + "plans/{id}/what-if");

    private static final Map<String, String> OUTCOMES =
            new TreeMap<>(Map.of("200", "Done", "201", "Made", "202", "Begun", "204", "Done, with nothing to say"));

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private final ObjectNode root;

    private Description(ObjectNode root) {
        this.root = root;
    }

    /** OpenAPI 3.1 as YAML. */
    public static String read() throws IOException {
        try (InputStream in = Description.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The file " + FILE + " is missing from the class path");
            }
            return new Description((ObjectNode) YAML.readTree(in)).whole();
        }
    }

    private String whole() throws IOException {
        tidy(root);
        failure();
        root.get("paths").fields().forEachRemaining(path -> path.getValue()
                .fields()
                .forEachRemaining(call -> complete(path.getKey(), call.getKey(), (ObjectNode) call.getValue())));
        return YAML.writeValueAsString(root);
    }

    private void complete(String path, String method, ObjectNode call) {
        call.put("operationId", name(path, method));
        if (call.path("description").equals(call.path("summary"))) {
            call.remove("description");
        }
        call.path("parameters").forEach(parameter -> revision((ObjectNode) parameter));
        if (method.equals("post") && !LOOKS.contains(path)) {
            repeats(call.withArray("parameters"));
        }
        answers((ObjectNode) call.get("responses"));
    }

    /** Such as {@code postProposalsIdCommits}: it depends on nothing but the address. */
    private static String name(String path, String method) {
        var name = new StringBuilder(method);
        for (String part : path.substring(ROOT.length()).split("[^A-Za-z0-9]+")) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return name.toString();
    }

    private static void revision(ObjectNode parameter) {
        if (parameter.path("name").asText().equals("If-Match")) {
            parameter.put("description", "The ETag of the proposal that you saw: 428 without, 412 when it has changed");
            parameter.put("required", true);
            parameter.putObject("schema").put("type", "string");
        }
    }

    private static void repeats(ArrayNode parameters) {
        parameters
                .addObject()
                .put("name", "Idempotency-Key")
                .put("in", "header")
                .put(
                        "description",
                        "Yours, for example a UUID: repeated with the same key and body, a call is answered as before"
                                + " and does nothing more. With another body it is refused (422), and while the first is"
                                + " under way (409)")
                .putObject("schema")
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", 255);
    }

    private void answers(ObjectNode responses) {
        responses.fields().forEachRemaining(response -> {
            var answer = (ObjectNode) response.getValue();
            answer.put("description", OUTCOMES.getOrDefault(response.getKey(), "Done"));
            if (answer.at("/content/application~1json/schema/$ref").asText().endsWith("/ProposalJson")) {
                header(answer, "ETag", "The proposal's revision, for If-Match");
            }
        });
        if (responses.has("202")) {
            header((ObjectNode) responses.get("202"), "Location", "The job to watch, where this call began one");
        }
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }

    private static void header(ObjectNode answer, String name, String description) {
        answer.withObject("/headers")
                .putObject(name)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    /** One call declares it in code; it is the same for all. */
    private void failure() {
        var declared = ((ObjectNode) root.at("/paths/~1api~1v1~1proposals/get/responses")).remove("400");
        root.withObject("/components/responses")
                .putObject("Problem")
                .put("description", "Refused or failed: `code` says what, `advice` what to do")
                .set("content", declared.path("content"));
    }

    /** The compiler lets whatever may be null be any object too; what may be anything or null is null to it. */
    private static void tidy(JsonNode node) {
        node.forEach(Description::tidy);
        if (node instanceof ObjectNode schema) {
            JsonNode type = schema.path("type");
            if (type instanceof ArrayNode types && types.size() > 2) {
                drop(types, "object");
            } else if (type.asText().equals("null")) {
                schema.remove("type");
                nullable(schema);
            }
            // repeated, as is the default: name=a&name=b
            schema.remove("explode");
        }
    }

    private static void nullable(ObjectNode schema) {
        if (schema.remove("allOf") instanceof ArrayNode parts) {
            schema.putArray("anyOf").addAll(parts).addObject().put("type", "null");
        }
    }

    private static void drop(ArrayNode types, String what) {
        for (int i = types.size() - 1; i >= 0; i--) {
            if (types.get(i).asText().equals(what)) {
                types.remove(i);
            }
        }
    }
}
