package io.fairpatch.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Checks a document against a packaged JSON Schema and says the first fault as a person would. */
final class SchemaCheck {
    private static final int SHOWN = 5;

    private final JsonSchema schema;
    private final JsonNode schemaRoot;

    private SchemaCheck(JsonSchema schema, JsonNode schemaRoot) {
        this.schema = schema;
        this.schemaRoot = schemaRoot;
    }

    static SchemaCheck of(String schemaName) {
        try {
            var root = new ObjectMapper().readTree(ShippedConfig.text(schemaName));
            var config = SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .build();
            return new SchemaCheck(
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(root, config),
                    root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The packaged schema " + schemaName + " is not JSON", e);
        }
    }

    /** @throws io.fairpatch.error.FairpatchException CONFIG_INVALID: the first fault, and where the others are */
    void check(YamlDocument document) {
        var faults = schema.validate(document.root()).stream()
                // a misspelt key is also a missing one: say what was typed first
                .sorted(Comparator.comparing(
                                (ValidationMessage fault) -> fault.getType().equals("required"))
                        .thenComparing(fault -> document.line(pointer(fault))))
                .toList();
        if (!faults.isEmpty()) {
            var first = faults.get(0);
            var problem = Problem.of(ErrorCode.CONFIG_INVALID, sentence(first))
                    .at(document.place(pointer(first)))
                    .maybe(advice(first));
            throw (faults.size() > 1 ? problem.because(others(document, faults)) : problem).exception();
        }
    }

    private String others(YamlDocument document, List<ValidationMessage> faults) {
        return "There are " + faults.size() + " faults; the others: "
                + faults.stream()
                        .skip(1)
                        .limit(SHOWN)
                        .map(fault -> sentence(fault) + " at " + document.place(pointer(fault)))
                        .collect(Collectors.joining("; "))
                + (faults.size() > SHOWN + 1 ? "; ..." : "");
    }

    private String sentence(ValidationMessage fault) {
        String key = pointer(fault).substring(1).replace('/', '.');
        return switch (fault.getType()) {
            case "additionalProperties" -> "The key (" + key + ") is unknown";
            case "required" -> "The key (" + key + ") is missing";
            case "enum" -> value(fault, key) + " must be one of " + fault.getSchemaNode();
            case "type" -> value(fault, key) + " must be " + wanted(fault.getSchemaNode());
            case "pattern" -> value(fault, key) + " does not look right: " + description(fault);
            default -> value(fault, key) + " is wrong: " + fault.getError();
        };
    }

    private static String value(ValidationMessage fault, String key) {
        var value = fault.getInstanceNode();
        String shown = value.isValueNode() ? " (" + value.asText() + ")" : "";
        return "The value" + shown + " of " + (key.isEmpty() ? "the file" : key);
    }

    private static String wanted(JsonNode type) {
        var names = type.isArray() ? type : JsonNodeFactory.instance.arrayNode().add(type);
        return StreamSupport.stream(names.spliterator(), false)
                .map(name -> switch (name.asText()) {
                    case "integer" -> "a whole number";
                    case "number" -> "a number";
                    case "boolean" -> "true or false";
                    case "array" -> "a list";
                    case "object" -> "a block of keys";
                    case "string" -> "text";
                    default -> name.asText();
                })
                .collect(Collectors.joining(" or "));
    }

    private String advice(ValidationMessage fault) {
        return switch (fault.getType()) {
            case "additionalProperties" ->
                Nearest.to(fault.getProperty(), knownKeys(fault))
                        .map(known -> "you meant " + known + ".")
                        .orElseGet(() -> "remove it; known here are " + knownKeys(fault) + ".");
            case "required" -> "copy the key with its comment from the shipped file.";
            case "enum" -> "write one of these values.";
            default -> "correct the value; the comments of the shipped file explain the key and its unit.";
        };
    }

    /** The keys the schema has where {@code fault} was found: those beside the failing additionalProperties. */
    private List<String> knownKeys(ValidationMessage fault) {
        return parent(fault).path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private String description(ValidationMessage fault) {
        return parent(fault).path("description").asText();
    }

    /** The part of the schema that holds the keyword that failed. */
    private JsonNode parent(ValidationMessage fault) {
        String keyword = fault.getSchemaLocation().getFragment().toString();
        return schemaRoot.at(keyword.substring(0, keyword.lastIndexOf('/')));
    }

    /** Where the fault is; for an unknown or missing key, the key itself. */
    private static String pointer(ValidationMessage fault) {
        String at = fault.getInstanceLocation().toString();
        return switch (fault.getType()) {
            case "additionalProperties", "required" -> at + "/" + fault.getProperty();
            default -> at;
        };
    }
}
