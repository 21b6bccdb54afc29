package io.fairpatch.sandbox.bulk1;

import io.fairpatch.sandbox.org.Values;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A batch of Bulk API 1.0. Its work is done when it is made; it is said to be done a little later.
 *
 * @param request what was sent
 * @param result the fate of each row, or the rows found
 * @param problem why the whole batch failed
 */
record XmlBatch(
        String id,
        String jobId,
        byte[] request,
        String result,
        int size,
        int failed,
        @Nullable String problem,
        Instant created,
        Instant doneAt) {

    boolean isDone(Instant now) {
        return !now.isBefore(doneAt);
    }

    /** What the API tells about the batch, in the order of its schema. */
    Map<String, @Nullable Object> info(Instant now) {
        var info = new LinkedHashMap<String, @Nullable Object>();
        boolean done = isDone(now);
        info.put("id", id);
        info.put("jobId", jobId);
        info.put("state", !done ? "InProgress" : problem == null ? "Completed" : "Failed");
        if (done && problem != null) {
            info.put("stateMessage", problem);
        }
        info.put("createdDate", Values.xmlTime(created));
        info.put("systemModstamp", Values.xmlTime(done ? doneAt : created));
        info.put("numberRecordsProcessed", done ? size : 0);
        info.put("numberRecordsFailed", done ? failed : 0);
        info.put("totalProcessingTime", 0);
        info.put("apiActiveProcessingTime", 0);
        info.put("apexProcessingTime", 0);
        return info;
    }
}
