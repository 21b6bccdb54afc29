package io.fairpatch.sync;

import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.org.OrgLimit;
import io.fairpatch.store.ReadMode;
import io.fairpatch.store.SnapshotLoad;
import io.fairpatch.store.SyncPart;
import java.util.List;
import java.util.Map;

/** Makes sure before a run that it will not use up what the org allots a day. */
final class Budget {
    /** To make, watch and remove a job; more when it runs long. */
    private static final int CALLS_A_JOB = 12;

    private Budget() {}

    /** @throws io.fairpatch.error.FairpatchException SYNC_BUDGET when the reserve would be touched */
    static void check(
            Map<String, OrgLimit> limits, SnapshotLoad load, List<SyncPart> parts, ConnectorConfig.Sync settings) {
        long calls = 0;
        for (var part : parts) {
            long rows = part.mode() == ReadMode.CHANGES ? 0 : load.shown(part.table());
            calls += CALLS_A_JOB + rows / settings.pageRows();
        }
        check("DailyApiRequests", "API calls", limits.get("DailyApiRequests"), calls, settings);
        check("DailyBulkV2QueryJobs", "bulk query jobs", limits.get("DailyBulkV2QueryJobs"), parts.size(), settings);
    }

    private static void check(
            String name,
            String unit,
            @org.jspecify.annotations.Nullable OrgLimit limit,
            long needed,
            ConnectorConfig.Sync settings) {
        if (limit == null) {
            return;
        }
        long reserve = limit.max() * settings.apiReservePercent() / 100;
        if (limit.remaining() - needed < reserve) {
            throw Problem.of(
                            ErrorCode.SYNC_BUDGET,
                            "The org has " + limit.remaining() + " of " + limit.max() + " " + unit
                                    + " left for these 24 hours, too few for a sync")
                    .at(name)
                    .because("it may need " + needed + ", and " + reserve + " (" + settings.apiReservePercent()
                            + " %) are kept for others; nothing was read")
                    .maybe("try again later, or lower sync.apiReservePercent in connector.yml.")
                    .exception();
        }
    }
}
