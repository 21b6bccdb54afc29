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
 * @param unprocessed whether others were made in its place, which do its work
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
        Instant doneAt,
        boolean unprocessed) {

    /** A batch whose work is done. */
    static XmlBatch of(String id, XmlJob job, byte[] request, BatchWork.Done done, Instant created, Instant doneAt) {
        return new XmlBatch(
                id, job.id(), request, done.result(), done.size(), done.failed(), null, created, doneAt, false);
    }

    /** A batch that failed as a whole. */
    static XmlBatch failed(String id, XmlJob job, byte[] request, String problem, Instant created, Instant doneAt) {
        return new XmlBatch(id, job.id(), request, "", 0, 0, problem, created, doneAt, false);
    }

    /** A batch in whose place others do its work. */
    static XmlBatch replaced(String id, XmlJob job, byte[] request, Instant now) {
        return new XmlBatch(id, job.id(), request, "", 0, 0, null, now, now, true);
    }

    boolean isDone(Instant now) {
        return !now.isBefore(doneAt);
    }

    /** What the API tells about the batch, in the order of its schema. */
    Map<String, @Nullable Object> info(Instant now) {
        var info = new LinkedHashMap<String, @Nullable Object>();
        boolean done = isDone(now);
        info.put("id", id);
        info.put("jobId", jobId);
        info.put("state", state(done));
        if (done && problem != null) {
            info.put("stateMessage", problem);
        }
        info.put("createdDate", Values.xmlTime(Values.wholeSecond(created)));
        info.put("systemModstamp", Values.xmlTime(Values.wholeSecond(done ? doneAt : created)));
        info.put("numberRecordsProcessed", done ? size : 0);
        info.put("numberRecordsFailed", done ? failed : 0);
        info.put("totalProcessingTime", 0);
        info.put("apiActiveProcessingTime", 0);
        info.put("apexProcessingTime", 0);
        return info;
    }

    private String state(boolean done) {
        if (unprocessed) {
            return "NotProcessed";
        }
        if (!done) {
            return "InProgress";
        }
        return problem == null ? "Completed" : "Failed";
    }
}
