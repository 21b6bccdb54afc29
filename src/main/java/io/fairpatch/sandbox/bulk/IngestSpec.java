package io.fairpatch.sandbox.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.schema.ObjectType;
import org.jspecify.annotations.Nullable;

/**
 * What an ingest job does with its rows.
 *
 * @param keyField the field an upsert matches by
 * @param client how the client calls itself
 */
record IngestSpec(Kind kind, @Nullable String keyField, String client) {
    static IngestSpec of(JsonNode job, ObjectType type, String client) {
        var kind = kind(job.path("operation").asText());
        if (kind != Kind.UPSERT) {
            return new IngestSpec(kind, null, client);
        }
        var key = UpsertKey.of(
                type,
                job.path("externalIdFieldName").asText(),
                why -> new ApiException(400, "INVALIDJOB", "InvalidJob : " + why));
        return new IngestSpec(kind, key, client);
    }

    private static Kind kind(String operation) {
        return switch (operation) {
            case "insert" -> Kind.INSERT;
            case "update" -> Kind.UPDATE;
            case "upsert" -> Kind.UPSERT;
            case "delete" -> Kind.DELETE;
            case "hardDelete" -> Kind.HARD_DELETE;
            default -> throw new ApiException(400, "INVALIDJOB", "Unsupported operation: " + operation);
        };
    }
}
