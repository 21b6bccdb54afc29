package io.fairpatch.org;

import io.fairpatch.model.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Reads a CRM; never changes it. Thread-safe. Every method throws {@link io.fairpatch.error.FairpatchException} with a
 * code of the 3000s; passing faults were retried before.
 */
public interface OrgReader {
    /** Signs in when needed and says which org answers. */
    OrgIdentity identity();

    ObjectSchema describe(String object);

    /**
     * Reads a query in bulk into {@code sink}; objects that the org doesn't offer in bulk are read by REST. When this
     * throws, what the sink got is incomplete; INTERRUPTED when {@code progress} asked to stop. Exceptions of the sink
     * pass through. The values are the org's text: a NUL character in one is passed on.
     *
     * @return rows delivered, equal to the job's own total
     */
    long query(BulkQuery query, RowSink sink, Progress progress);

    /** Reads records by id, at most 200 ids a call to the org; deleted or invisible ones are absent from the answer. */
    List<OrgRecord> read(String object, Collection<String> ids, List<String> fields);

    /** Allocations by name, for example DailyApiRequests. */
    Map<String, OrgLimit> limits();
}
