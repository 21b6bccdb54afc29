package io.fairpatch.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.org.ValueParser;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as clients send them. */
final class RecordInput {
    private RecordInput() {}

    /** Text by field name; what is no field (attributes, Id) is left out. Refuses values that no such field takes. */
    static Map<String, @Nullable String> values(ObjectType type, JsonNode record) {
        if (!record.isObject()) {
            throw new ApiException(
                    400,
                    "JSON_PARSER_ERROR",
                    record.isMissingNode()
                            ? "The HTTP entity body is required, but this request has no entity body."
                            : "Can not deserialize SObject out of %s token".formatted(record.asToken()));
        }
        var values = new LinkedHashMap<String, @Nullable String>();
        record.fields().forEachRemaining(entry -> {
            var name = entry.getKey();
            if (name.equals("attributes") || name.equalsIgnoreCase("id")) {
                return;
            }
            if (entry.getValue().isContainerNode()) {
                linked(type, name, entry.getValue(), values);
                return;
            }
            type.field(name).ifPresent(field -> check(field, entry.getValue()));
            values.put(name, entry.getValue().isNull() ? null : entry.getValue().asText());
        });
        return values;
    }

    /** The values of a record whose id stands in the address, where alone it may stand. */
    static Map<String, @Nullable String> valuesWithoutId(ObjectType type, JsonNode record) {
        if (id(record) != null) {
            throw new ApiException(400, "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
        }
        return values(type, record);
    }

    /** A parent that is named by what another system calls it. */
    private static void linked(ObjectType type, String name, JsonNode parent, Map<String, @Nullable String> values) {
        if (type.relationship(name).isEmpty() || !parent.isObject()) {
            throw new ApiException(
                    400,
                    "JSON_PARSER_ERROR",
                    "Cannot deserialize instance of " + name + " from " + parent.getNodeType());
        }
        var object = parent.path("attributes").path("type").asText();
        parent.properties().forEach(key -> {
            if (!key.getKey().equals("attributes")) {
                var linked = (object.isEmpty() ? "" : object + ":") + name + "." + key.getKey();
                values.put(linked, key.getValue().asText());
            }
        });
    }

    private static void check(Field field, JsonNode value) {
        var text = value.asText();
        if (!value.isNull() && !fits(field, value, text)) {
            throw new ApiException(
                    400,
                    "JSON_PARSER_ERROR",
                    "Cannot deserialize instance of %s from %s value %s or request may be missing a required field"
                            .formatted(
                                    field.type().isText()
                                            ? "string"
                                            : field.type().label(),
                                    value.asToken(),
                                    text));
        }
    }

    /** Whether the field takes such a value; only texts and ids may be empty, and a time stands behind a T. */
    private static boolean fits(Field field, JsonNode value, String text) {
        return switch (field.type()) {
            case ID, REFERENCE -> true;
            case DATETIME ->
                text.indexOf(' ') < 0 && ValueParser.read(field, text).isPresent();
            default ->
                field.type().isText()
                        ? value.isTextual()
                        : ValueParser.read(field, text).isPresent();
        };
    }

    /** The record's id as sent; null when there is none. */
    static @Nullable String id(JsonNode record) {
        var id = record.path("id").isMissingNode() ? record.path("Id") : record.path("id");
        return id.isTextual() ? id.asText() : null;
    }
}
