package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Change.FieldWrite;
import java.util.ArrayList;
import java.util.List;

/** Deleted records, which may be brought back or be gone for good. Thread-safe. */
public final class RecycleBin {
    private final Org org;

    public RecycleBin(Org org) {
        this.org = org;
    }

    /**
     * Brings a record back from the recycle bin, which territory associations never enter, and with it what had gone
     * along. The loser of a merge is a record of its own again; what hung on it stays with the other.
     */
    public void undelete(String id, WriteContext context) {
        synchronized (org) {
            var found = find(id, "UNDELETE_FAILED", "Entity is not in the recycle bin");
            new Guard(org).mayWrite(found.table().type(), found.row(), true, context);
            var along = org.deletions().take(id);
            restore(found.table(), found.row(), context);
            var effects = new SideEffects(org, context.userId());
            along.forEach(effects::takeBack);
        }
    }

    private void restore(Table table, Row row, WriteContext context) {
        var after = row.copyOfValues(table.type().width());
        var writes = new ArrayList<FieldWrite>();
        table.type().field("IsDeleted").ifPresent(field -> writes.add(new FieldWrite(field, true, false)));
        table.type()
                .field("MasterRecordId")
                .filter(field -> row.get(field) != null)
                .ifPresent(field -> writes.add(new FieldWrite(field, row.get(field), null)));
        writes.forEach(write -> after[write.field().column()] = write.after());
        org.commit(new Change(table, row, after, writes), context);
    }

    /** Removes a record for good, and with it what had gone along. */
    public void empty(String id, WriteContext context) {
        synchronized (org) {
            var found = find(id, "INVALID_ID_FIELD", "Invalid record id; no recycle bin entry found");
            var type = found.table().type();
            new Guard(org).mayWrite(type, found.row(), true, context);
            var along = org.deletions().take(id);
            var gone = new FieldWrite(type.require("Id"), id, null);
            org.commit(new Change(found.table(), found.row(), null, List.of(gone)), context);
            var effects = new SideEffects(org, context.userId());
            along.stream().filter(Cascade::deletes).forEach(effects::finish);
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
