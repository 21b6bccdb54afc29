package io.fairpatch.store;

import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The cursors of an org. */
final class SyncCursors {
    private SyncCursors() {}

    static Map<String, SyncCursor> of(Handle handle, SalesforceId org) {
        return handle
                .createQuery("SELECT * FROM sync_cursor WHERE org_id = :org")
                .bind("org", org.value())
                .map((row, context) -> new SyncCursor(
                        row.getString("object"),
                        row.getTimestamp("upto").toInstant(),
                        row.getString("shape"),
                        SyncParts.fields(row.getString("fields")),
                        row.getTimestamp("full_at").toInstant(),
                        row.getTimestamp("reconciled_at").toInstant()))
                .stream()
                .collect(Collectors.toMap(SyncCursor::object, cursor -> cursor));
    }

    /** Moves the cursors on after parts were put in place, in their order. */
    static void move(Handle transaction, SalesforceId org, List<SyncPart> parts, Instant at) {
        try (var batch = transaction.prepareBatch(
                """
                INSERT INTO sync_cursor AS kept (org_id, object, upto, shape, fields, full_at, reconciled_at)
                VALUES (:org, :object, :upto, :shape, CAST(:json AS jsonb), :at, :at)
                ON CONFLICT (org_id, object) DO UPDATE SET
                  upto = CASE WHEN :ids THEN kept.upto ELSE greatest(kept.upto, excluded.upto) END,
                  shape = CASE WHEN :full THEN excluded.shape ELSE kept.shape END,
                  fields = excluded.fields,
                  full_at = CASE WHEN :full THEN excluded.full_at ELSE kept.full_at END,
                  reconciled_at = CASE WHEN :every THEN excluded.reconciled_at ELSE kept.reconciled_at END
                """)) {
            for (var part : parts) {
                batch.bind("org", org.value())
                        .bind("object", part.object())
                        .bind("upto", part.upto())
                        .bind("shape", part.shape())
                        .bind("json", SyncParts.json(part.fields()))
                        .bind("at", at)
                        .bind("ids", part.mode() == ReadMode.IDS)
                        .bind("full", part.mode() == ReadMode.FULL)
                        .bind("every", part.mode() != ReadMode.CHANGES)
                        .add();
            }
            batch.execute();
        }
    }
}
