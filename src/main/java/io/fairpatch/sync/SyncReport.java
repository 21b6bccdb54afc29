package io.fairpatch.sync;

import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a sync did.
 *
 * @param run its number, under which what did not fit is kept in the store
 * @param modes by object's API name: how it was read, FULL, CHANGES or CHANGES+IDS
 * @param resumed whether it went on from where an earlier run stood
 * @param rows by object's API name: rows read
 * @param refused rows left out, all objects
 * @param notes values left empty or mended, and rows left out
 * @param deleted by object's API name: records that the org no longer shows
 * @param missing mapped fields that could not be read
 * @param unreadable sentences about objects that could not be read and are done without
 * @param drift sentences about fields that came, went or changed their type since the last run
 */
public record SyncReport(
        SalesforceId org,
        long run,
        Instant startedAt,
        double seconds,
        Map<String, String> modes,
        boolean resumed,
        Map<String, Long> rows,
        long refused,
        long notes,
        Map<String, Long> deleted,
        List<MissingField> missing,
        List<String> unreadable,
        List<String> drift) {
    public SyncReport {
        modes = Map.copyOf(modes);
        drift = List.copyOf(drift);
        rows = Map.copyOf(rows);
        deleted = Map.copyOf(deleted);
        missing = List.copyOf(missing);
        unreadable = List.copyOf(unreadable);
    }

    /** Rows read of an object, 0 for one that was not read. */
    public long rows(String object) {
        return rows.getOrDefault(object, 0L);
    }
}
