package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A Bulk API 2.0 job as the org last described it.
 *
 * @param apiVersion the version it was made with; every later call must use the same
 * @param error the org's words when it failed, else empty
 */
record BulkJob(String id, String apiVersion, String state, long processed, long failed, String error) {
    static BulkJob of(String id, JsonNode job, String apiVersion) {
        return new BulkJob(
                id,
                apiVersion,
                job.path("state").asText(),
                job.path("numberRecordsProcessed").asLong(),
                job.path("numberRecordsFailed").asLong(),
                job.path("errorMessage").asText());
    }

    boolean complete() {
        return state.equals("JobComplete");
    }

    boolean terminal() {
        return complete() || state.equals("Failed") || state.equals("Aborted");
    }

    /** Whether the state is one that the protocol knows; waiting on others could last for ever. */
    boolean known() {
        return terminal() || state.equals("Open") || state.equals("UploadComplete") || state.equals("InProgress");
    }
}
