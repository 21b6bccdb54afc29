package io.fairpatch.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as clients send them. */
final class RecordInput {
    private RecordInput() {}

    /** Text by field name; what is no field (attributes, Id) is left out. */
    static Map<String, @Nullable String> values(JsonNode record) {
        if (!record.isObject()) {
            throw new ApiException(400, "JSON_PARSER_ERROR", "a record must be a JSON object");
        }
        var values = new LinkedHashMap<String, @Nullable String>();
        record.fields().forEachRemaining(entry -> {
            var name = entry.getKey();
            if (name.equals("attributes") || name.equalsIgnoreCase("id")) {
                return;
            }
            if (entry.getValue().isContainerNode()) {
                throw new ApiException(
                        400,
                        "JSON_PARSER_ERROR",
                        "Cannot deserialize instance of " + name + " from "
                                + entry.getValue().getNodeType());
            }
            values.put(name, entry.getValue().isNull() ? null : entry.getValue().asText());
        });
        return values;
    }

    /** The values of a record whose id stands in the address, where alone it may stand. */
    static Map<String, @Nullable String> valuesWithoutId(JsonNode record) {
        if (id(record) != null) {
            throw new ApiException(400, "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
        }
        return values(record);
    }

    /** The record's id as sent; null when there is none. */
    static @Nullable String id(JsonNode record) {
        var id = record.path("id").isMissingNode() ? record.path("Id") : record.path("id");
        return id.isTextual() ? id.asText() : null;
    }
}
