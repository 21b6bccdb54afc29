package io.fairpatch.org;

import java.util.Map;
import java.util.Optional;

/** What describe says of an object, for the signed-in user: a field without read right is absent. Keyed by API name. */
public record ObjectSchema(String object, Map<String, FieldSchema> fields) {
    public ObjectSchema {
        fields = Map.copyOf(fields);
    }

    public Optional<FieldSchema> field(String apiName) {
        return Optional.ofNullable(fields.get(apiName));
    }

    public boolean has(String apiName) {
        return fields.containsKey(apiName);
    }
}
