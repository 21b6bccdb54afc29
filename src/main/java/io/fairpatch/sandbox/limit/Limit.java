package io.fairpatch.sandbox.limit;

import java.util.Arrays;
import java.util.Optional;

/** An allocation of the org; most are for any 24 hours. */
public enum Limit {
    API_REQUESTS("DailyApiRequests", 5_000_000),
    BULK_BATCHES("DailyBulkApiBatches", 15_000),
    BULK_QUERY_JOBS("DailyBulkV2QueryJobs", 10_000),
    BULK_QUERY_MEGABYTES("DailyBulkV2QueryFileStorageMB", 976_562),
    ASYNC_APEX("DailyAsyncApexExecutions", 250_000),
    DATA_MEGABYTES("DataStorageMB", 1_024),
    FILE_MEGABYTES("FileStorageMB", 1_024),
    STREAMING_EVENTS("DailyStreamingApiEvents", 50_000),
    WORKFLOW_EMAILS("DailyWorkflowEmails", 100_000);

    private final String label;
    private final long usual;

    Limit(String label, long usual) {
        this.label = label;
        this.usual = usual;
    }

    /** The name in the answer to {@code /limits}. */
    public String label() {
        return label;
    }

    long usual() {
        return usual;
    }

    public static Optional<Limit> of(String label) {
        return Arrays.stream(values())
                .filter(limit -> limit.label.equals(label))
                .findFirst();
    }
}
