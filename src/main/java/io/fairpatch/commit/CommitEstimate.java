package io.fairpatch.commit;

import io.fairpatch.config.WritePolicyConfig;

/** What a commit costs the org. */
public final class CommitEstimate {
    /** Whether everything stands as approved, and whose org it is: once each before the start, and as the run begins and ends. */
    private static final int CALLS_A_RUN = 6;
    /** Calls of a bulk write that do not grow with its rows: create, upload, close, polls, three results, whose org it is. */
    private static final int CALLS_A_JOB = 13;
    /** Most ids in one read of the guard and of the read back. */
    private static final int IDS_A_READ = 200;
    /** Territories of the org's model, associations that came and went, and all of them looked at again. */
    private static final int CALLS_FOR_TERRITORIES = 34;

    private static final int CALLS_FOR_TEAMS = 14;
    /** What an account's team was, what is left of it and what was set up again, in parts of {@link #IDS_A_READ}. */
    private static final int TEAM_READS = 6;

    private CommitEstimate() {}

    /**
     * About how many API calls it takes to write so many accounts, whole seconds of work aside, in which a job is asked for
     * more often. Measured against the practice org.
     */
    public static long calls(int accounts, WritePolicyConfig policy) {
        long reads = parts(accounts, IDS_A_READ);
        long calls = CALLS_A_RUN + parts(accounts, policy.batchRows()) * CALLS_A_JOB + 2 * reads;
        if (policy.associates()) {
            calls += CALLS_FOR_TERRITORIES + reads;
        }
        if (policy.restoresTeams()) {
            calls += CALLS_FOR_TEAMS + TEAM_READS * reads;
        }
        return calls;
    }

    private static long parts(int rows, int most) {
        return (rows + most - 1L) / most;
    }
}
