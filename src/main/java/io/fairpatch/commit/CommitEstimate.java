package io.fairpatch.commit;

import io.fairpatch.config.WritePolicyConfig;

/** What a commit costs the org. */
public final class CommitEstimate {
    /** Calls of a bulk write that do not grow with its rows: create, upload, close, poll twice, three results, abort. */
    private static final int CALLS_A_JOB = 8;
    /** Most ids in one read of the guard and of the read back. */
    private static final int IDS_A_READ = 200;

    private CommitEstimate() {}

    /** About how many API calls it takes to write so many accounts: jobs, and two reads of every account. */
    public static long calls(int accounts, WritePolicyConfig policy) {
        return parts(accounts, policy.batchRows()) * CALLS_A_JOB + 2 * parts(accounts, IDS_A_READ);
    }

    private static long parts(int rows, int most) {
        return (rows + most - 1L) / most;
    }
}
