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
    WORKFLOW_EMAILS("DailyWorkflowEmails", 100_000),
    ACTIVE_SCRATCH_ORGS("ActiveScratchOrgs", 3),
    ASYNC_APEX_TESTS("DailyAsyncApexTests", 500),
    DURABLE_STREAMING_EVENTS("DailyDurableStreamingApiEvents", 100_000),
    DURABLE_STREAMING_CLIENTS("DurableStreamingApiConcurrentClients", 20),
    DELIVERED_EVENTS("DailyDeliveredPlatformEvents", 25_000),
    GENERIC_STREAMING_EVENTS("DailyGenericStreamingApiEvents", 10_000),
    SCRATCH_ORGS("DailyScratchOrgs", 6),
    STANDARD_EVENTS("DailyStandardVolumePlatformEvents", 10_000),
    ASYNC_REPORTS("HourlyAsyncReportRuns", 1_200),
    DASHBOARD_REFRESHES("HourlyDashboardRefreshes", 200),
    DASHBOARD_RESULTS("HourlyDashboardResults", 5_000),
    DASHBOARD_STATUSES("HourlyDashboardStatuses", 999_999_999),
    ODATA_CALLOUTS("HourlyODataCallout", 20_000),
    PUBLISHED_EVENTS("HourlyPublishedPlatformEvents", 250_000),
    PUBLISHED_STANDARD_EVENTS("HourlyPublishedStandardVolumePlatformEvents", 100_000),
    SYNC_REPORTS("HourlySyncReportRuns", 500),
    TIME_BASED_WORKFLOWS("HourlyTimeBasedWorkflow", 1_000),
    MASS_EMAILS("MassEmail", 5_000),
    PERMISSION_SETS("PermissionSets", 1_500),
    SINGLE_EMAILS("SingleEmail", 5_000),
    STREAMING_CLIENTS("StreamingApiConcurrentClients", 20);

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
