package io.fairpatch.org;

import java.util.List;
import java.util.Map;

/**
 * Writes to a CRM. Only {@code commit} may call it. Each step is one remote call, so that the ledger can be made durable
 * between any two. {@link #complete} is the only step whose lost answer leaves doubt; all others can be repeated.
 */
public interface OrgWriter {
    /** Creates an update job, rows matched by Id. Nothing is written yet. */
    WriteJob createUpdate(String object);

    /**
     * Uploads the rows, the first column being Id. A null value clears the field in the org; an absent key leaves it.
     *
     * @param rows at most 10,000
     */
    void upload(WriteJob job, List<String> fields, List<Map<String, String>> rows);

    /** Tells the org to start writing. */
    void complete(WriteJob job);

    /** Where the job stands. */
    WriteJobStatus status(WriteJob job);

    /** Every row's fate by Id; only once the job is terminal. */
    List<WriteResult> results(WriteJob job);

    /** Stops the job; rows already written stay written. Does nothing when the job is terminal. */
    void abort(WriteJob job);
}
