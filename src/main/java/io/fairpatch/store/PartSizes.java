package io.fairpatch.store;

import io.fairpatch.model.SalesforceId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * How many rows each list of the last finished run brought.
 *
 * @param rows by object and mode
 */
public record PartSizes(Map<String, Long> rows) {
    /** Of a hundred records rarely more than two change between two runs. */
    private static final int OF_ALL = 50;

    public PartSizes {
        rows = Map.copyOf(rows);
    }

    static PartSizes of(Handle handle, SalesforceId org) {
        return new PartSizes(handle.createQuery(
                        """
                        SELECT object || ' ' || mode AS list, delivered FROM sync_part
                        WHERE org_id = :org AND run_id = (
                            SELECT max(id) FROM sync_run WHERE org_id = :org AND finished_at IS NOT NULL)
                        """)
                .bind("org", org.value())
                .map((row, context) -> Map.entry(row.getString("list"), row.getLong("delivered")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** How many rows a list will probably bring: as many as last time, or a share of all records read then. */
    public long expected(SyncPart part) {
        var same = rows.get(part.object() + ' ' + part.mode());
        return same == null ? rows.getOrDefault(part.object() + ' ' + ReadMode.FULL, 0L) / OF_ALL : same;
    }
}
