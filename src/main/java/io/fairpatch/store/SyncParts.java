package io.fairpatch.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fairpatch.model.SalesforceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The parts of a run in the database. */
final class SyncParts {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final Handle handle;
    private final SalesforceId org;
    private final long run;

    SyncParts(Handle handle, SalesforceId org, long run) {
        this.handle = handle;
        this.org = org;
        this.run = run;
    }

    /** In the order in which they were planned. */
    Map<SyncPart, PartProgress> all() {
        var parts = new LinkedHashMap<SyncPart, PartProgress>();
        handle.createQuery(
                        """
                        SELECT * FROM sync_part WHERE org_id = :org AND run_id = :run
                        ORDER BY mode, object COLLATE "C"
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .map((row, context) -> Map.entry(part(row), progress(row)))
                .forEach(entry -> parts.put(entry.getKey(), entry.getValue()));
        return parts;
    }

    void insert(Collection<SyncPart> parts) {
        try (var batch = handle.prepareBatch(
                """
                INSERT INTO sync_part
                  (org_id, run_id, object, mode, soql, include_deleted, shape, fields, upto)
                VALUES (:org, :run, :object, :mode, :soql, :includeDeleted, :shape, CAST(:json AS jsonb), :upto)
                """)) {
            for (var part : parts) {
                batch.bind("org", org.value())
                        .bind("run", run)
                        .bind("json", json(part.fields()))
                        .bindMethods(part)
                        .add();
            }
            batch.execute();
        }
    }

    void update(Map<SyncPart, PartProgress> progress) {
        try (var batch = handle.prepareBatch(
                """
                UPDATE sync_part SET (started, job_id, api_version, locator, delivered, staged, refused, done)
                  = (:started, :jobId, :apiVersion, :locator, :delivered, :staged, :refused, :done)
                WHERE org_id = :org AND run_id = :run AND object = :object AND mode = :mode
                """)) {
            progress.forEach((part, stands) -> batch.bind("org", org.value())
                    .bind("run", run)
                    .bind("object", part.object())
                    .bind("mode", part.mode())
                    .bindMethods(stands)
                    .add());
            batch.execute();
        }
    }

    private static SyncPart part(ResultSet row) throws SQLException {
        String object = row.getString("object");
        return new SyncPart(
                object,
                SnapshotTable.of(object),
                ReadMode.valueOf(row.getString("mode")),
                row.getString("soql"),
                row.getBoolean("include_deleted"),
                row.getString("shape"),
                fields(row.getString("fields")),
                row.getTimestamp("upto").toInstant());
    }

    private static PartProgress progress(ResultSet row) throws SQLException {
        return new PartProgress(
                row.getBoolean("started"),
                row.getString("job_id"),
                row.getString("api_version"),
                row.getString("locator"),
                row.getLong("delivered"),
                row.getLong("staged"),
                row.getLong("refused"),
                row.getBoolean("done"));
    }

    static String json(Map<String, String> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Field types could not be written as JSON", e);
        }
    }

    static Map<String, String> fields(String json) {
        try {
            return JSON.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Kept field types are not JSON", e);
        }
    }
}
