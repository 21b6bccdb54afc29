package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;

/** Fields by the names clients send. */
final class Fields {
    private Fields() {}

    static Field require(ObjectType type, String name) {
        return type.field(name)
                .orElseThrow(() -> new ApiException(
                        400,
                        "INVALID_FIELD",
                        "No such column '%s' on sobject of type %s".formatted(name, type.name())));
    }
}
