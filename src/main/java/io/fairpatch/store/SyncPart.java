package io.fairpatch.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * What a run reads of one object.
 *
 * @param object API name
 * @param includeDeleted whether the query also brings what was deleted
 * @param shape fingerprint of the fields read and of how they are mapped
 * @param fields by API name of every field the org shows: its type
 * @param upto records changed up to then are in it
 */
public record SyncPart(
        String object,
        SnapshotTable table,
        ReadMode mode,
        String soql,
        boolean includeDeleted,
        String shape,
        Map<String, String> fields,
        Instant upto) {
    public SyncPart {
        fields = Map.copyOf(fields);
    }

    /** Whether both bring the same values of the same object. */
    boolean sameAs(SyncPart other) {
        return object.equals(other.object) && mode == other.mode && shape.equals(other.shape);
    }

    /** The table its rows wait in. */
    String stage(long run) {
        return "stage_" + run + "_" + object.toLowerCase(Locale.ROOT) + "_"
                + mode.name().toLowerCase(Locale.ROOT);
    }
}
