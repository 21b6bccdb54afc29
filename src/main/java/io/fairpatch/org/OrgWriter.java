package io.fairpatch.org;

import java.util.List;
import java.util.Map;

/**
 * Writes to a CRM. Only {@code commit} may call it. Each step is one remote call, so that the ledger can be made durable
 * between any two. {@link #complete} is the only step whose lost answer leaves doubt about the records. Every
 * method throws {@link io.fairpatch.error.FairpatchException} with a code of the 3000s. Thread-safe.
 */
public interface OrgWriter {
    /** Creates an update job, rows matched by Id. Nothing is written yet. */
    WriteJob createUpdate(String object);

    /**
     * Uploads the rows, the first column being Id. A null value, or an empty one, clears the field in the org; an absent
     * key leaves it. The text {@code #N/A} can't be written (ORG_REQUEST), line ends in a value become LF. When this
     * throws, nothing is written as long as the job isn't completed. ORG_ANSWER_LOST: the job may have the rows or not;
     * it takes them once only, so make a new job.
     *
     * @param rows at most 10,000, each with an Id of 18 characters
     */
    void upload(WriteJob job, List<String> fields, List<Map<String, String>> rows);

    /**
     * Tells the org to start writing. Repeated only when it was plainly refused or never left.
     *
     * @throws io.fairpatch.error.FairpatchException with ORG_ANSWER_LOST when the org may or may not have started: its
     *     answer was lost. Any other code: it has not started.
     */
    void complete(WriteJob job);

    /** Where the job stands. */
    WriteJobStatus status(WriteJob job);

    /**
     * Every row's fate by Id; only once the job is terminal. In no order. A row that is absent, or that the org listed
     * with two fates, is in doubt: read the record.
     */
    List<WriteResult> results(WriteJob job);

    /** Stops the job; rows already written stay written. Does nothing when the job is terminal. */
    void abort(WriteJob job);
}
