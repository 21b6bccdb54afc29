package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.ObjectType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record's write as a client asked for it.
 *
 * @param id as sent; ignored by an insert
 * @param values text by field name; null clears the field
 * @param keyField the field an upsert matches by
 */
public record Write(
        Kind kind,
        ObjectType type,
        @Nullable String id,
        Map<String, @Nullable String> values,
        @Nullable String keyField) {
    /** What a write does. */
    public enum Kind {
        INSERT,
        UPDATE,
        UPSERT,
        DELETE,
        HARD_DELETE
    }

    /** The same write on another version of its object. */
    Write on(ObjectType other) {
        return new Write(kind, other, id, values, keyField);
    }

    public static Write insert(ObjectType type, Map<String, @Nullable String> values) {
        return new Write(Kind.INSERT, type, null, values, null);
    }

    public static Write update(ObjectType type, @Nullable String id, Map<String, @Nullable String> values) {
        return new Write(Kind.UPDATE, type, id, values, null);
    }

    public static Write delete(ObjectType type, @Nullable String id) {
        return new Write(Kind.DELETE, type, id, Map.of(), null);
    }
}
