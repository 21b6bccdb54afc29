package io.fairpatch.org;

import io.fairpatch.model.Progress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads a CRM; never changes it. Thread-safe. Every method throws {@link io.fairpatch.error.FairpatchException} with a
 * code of the 3000s; passing faults were retried before.
 */
public interface OrgReader {
    /** Signs in when needed and says which org answers. */
    OrgIdentity identity();

    ObjectSchema describe(String object);

    /** What time the org says it is, to the second. */
    Instant time();

    /**
     * Asks the org to work on a query, and returns at once; several run side by side. Objects that the org doesn't offer
     * in bulk are read by REST once {@link #read(QueryJob, RowSink, Progress)} is called.
     */
    QueryJob start(BulkQuery query);

    /**
     * Reads a query that was started into {@code sink}, from the page it stands at. When this throws, what the sink got
     * is incomplete, and the job stays in the org so that reading can go on; INTERRUPTED when {@code progress} asked to
     * stop. Exceptions of the sink pass through. The values are the org's text: a NUL character in one is passed on, and
     * bytes that are not UTF-8 arrive as U+FFFE, which no text holds.
     *
     * @return rows delivered, those before the page it stood at included; equal to the job's own total
     */
    long read(QueryJob job, RowSink sink, Progress progress);

    /**
     * Reads a list that has at most {@code most} rows without a job, in a call or two: the org takes its time for a job,
     * however little that brings.
     *
     * @return rows delivered; empty, and nothing delivered, when the list is longer or can't be had so
     */
    OptionalLong readShort(BulkQuery query, int most, RowSink sink, Progress progress);

    /** Removes a job and its results from the org, stopping it when it runs; never fails. */
    void discard(QueryJob job);

    /** Starts, reads and discards a query. */
    default long query(BulkQuery query, RowSink sink, Progress progress) {
        var job = start(query);
        try {
            return read(job, sink, progress);
        } finally {
            discard(job);
        }
    }

    /** Reads records by id, at most 200 ids a call to the org; deleted or invisible ones are absent from the answer. */
    List<OrgRecord> read(String object, Collection<String> ids, List<String> fields);

    /** Allocations by name, for example DailyApiRequests. */
    Map<String, OrgLimit> limits();
}
