package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Response;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Tells how much of its allocations the org has left. */
public final class LimitsApi {
    private static final long DAILY_REQUESTS = 5_000_000;
    private static final long DAILY_QUERY_JOBS = 10_000;
    private static final long DAILY_BATCHES = 15_000;

    private final LongSupplier requests;
    private final LongSupplier queryJobs;
    private final LongSupplier batches;

    /** Each tells how much was used so far. */
    public LimitsApi(LongSupplier requests, LongSupplier queryJobs, LongSupplier batches) {
        this.requests = requests;
        this.queryJobs = queryJobs;
        this.batches = batches;
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/limits", request -> Response.json(limits()));
    }

    private Map<String, Map<String, Long>> limits() {
        var limits = new TreeMap<String, Map<String, Long>>();
        limits.put("DailyApiRequests", limit(DAILY_REQUESTS, requests.getAsLong()));
        limits.put("DailyBulkApiBatches", limit(DAILY_BATCHES, batches.getAsLong()));
        limits.put("DailyBulkV2QueryJobs", limit(DAILY_QUERY_JOBS, queryJobs.getAsLong()));
        limits.put("DailyBulkV2QueryFileStorageMB", limit(976_562, 0));
        limits.put("DataStorageMB", limit(1_024, 0));
        limits.put("FileStorageMB", limit(1_024, 0));
        return limits;
    }

    private static Map<String, Long> limit(long most, long used) {
        return Map.of("Max", most, "Remaining", Math.max(0, most - used));
    }
}
