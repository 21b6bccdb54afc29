package io.fairpatch.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;

/** Reads the right side of a line in {@code mapping.yml}; its keys were checked by the schema. */
final class FieldSourceReader extends StdDeserializer<FieldSource> {
    private static final long serialVersionUID = 1;

    FieldSourceReader() {
        super(FieldSource.class);
    }

    @Override
    public FieldSource deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return source(parser.readValueAsTree());
    }

    private static FieldSource source(JsonNode node) {
        if (node.isTextual()) {
            return new FieldSource.Field(node.asText());
        }
        if (node.has("constant") && node.size() == 1) {
            return new FieldSource.Constant(node.get("constant").asText());
        }
        if (node.has("first") && node.size() == 1) {
            var sources = new ArrayList<FieldSource>();
            node.get("first").forEach(each -> sources.add(source(each)));
            return new FieldSource.First(sources);
        }
        if (node.has("times") && node.has("of") && node.size() == 2) {
            return new FieldSource.Times(
                    source(node.get("of")), node.get("times").decimalValue());
        }
        return lookup(node);
    }

    private static FieldSource lookup(JsonNode node) {
        boolean known = node.has("table") && node.has("of") && node.size() == (node.has("otherwise") ? 3 : 2);
        Checks.that(
                known,
                "The value (" + node + ") must be the name of a field, or one of {constant: X}, {first: [A, B]},"
                        + " {times: 12, of: A} and {table: {X: Y}, of: A, otherwise: Z}");
        var table = new HashMap<String, String>();
        node.get("table")
                .properties()
                .forEach(entry -> table.put(entry.getKey(), entry.getValue().asText()));
        return new FieldSource.Lookup(
                source(node.get("of")), table, node.path("otherwise").asText(""));
    }
}
