package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Change.FieldWrite;
import java.util.List;

/** Deleted records, which may be brought back or be gone for good. Thread-safe. */
public final class RecycleBin {
    private final Org org;

    public RecycleBin(Org org) {
        this.org = org;
    }

    /** Brings a record back from the recycle bin, which territory associations never enter. */
    public void undelete(String id) {
        synchronized (org) {
            var found = find(id, "UNDELETE_FAILED", "Entity is not in the recycle bin");
            new SideEffects(org).restore(found.table(), found.row());
        }
    }

    /** Removes a record for good. */
    public void empty(String id, WriteContext context) {
        synchronized (org) {
            var found = find(id, "INVALID_ID_FIELD", "Invalid record id; no recycle bin entry found");
            var type = found.table().type();
            new Guard(org).mayWrite(type, found.row(), true, context);
            var gone = new FieldWrite(type.require("Id"), id, null);
            org.commit(new Change(found.table(), found.row(), null, List.of(gone)), context);
        }
    }

    private record Found(Table table, Row row) {}

    private Found find(String id, String statusCode, String message) {
        var type = org.schema().ofId(id).orElseThrow(() -> new RowException("MALFORMED_ID", "malformed id " + id));
        var table = org.table(type);
        return table.find(id)
                .filter(row -> table.isDeleted(row) && !type.name().endsWith("Territory2Association"))
                .map(row -> new Found(table, row))
                .orElseThrow(() -> new RowException(statusCode, message));
    }
}
