package io.fairpatch.app.demo;

import io.fairpatch.error.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code demo --headless --json} prints. Counts are of moves, one an account, unless named otherwise.
 *
 * @param declined a reviewer's no
 * @param rejected the org's no; {@code committed + rejected + drifted + unknown = approved}
 * @param stamped stamps written
 * @param stampsApproved stamps that should have been written
 * @param stampsDrifted stamps not written because the account changed since it was planned
 * @param verified committed moves read back equal
 * @param mismatches fields of moves and stamps that differ, and any other record or field that changed
 * @param potentialSpreadBefore highest over lowest of potential over target, at most 999.99
 * @param gap null when unknown
 */
record DemoSummary(
        int accounts,
        int reps,
        int opportunities,
        int moves,
        int declined,
        int approved,
        int committed,
        int rejected,
        int drifted,
        int unknown,
        int stamped,
        int stampsApproved,
        int stampsDrifted,
        int verified,
        int mismatches,
        double potentialSpreadBefore,
        double potentialSpreadAfter,
        @Nullable Double gap,
        String planStatus,
        List<String> why,
        Seconds seconds,
        String orgUrl) {
    /** Whether the org and the approval agree: every approved write is in the org, and nothing else is. */
    boolean agrees() {
        return mismatches == 0 && committed == approved && verified == committed && stamped == stampsApproved;
    }

    /** 0 when org and approval agree, else what a script can tell apart. */
    int exitCode() {
        if (agrees()) {
            return 0;
        }
        return (drifted + stampsDrifted > 0 ? Category.DRIFT : Category.PARTLY).exitCode();
    }

    /** Wall-clock time, seconds. */
    record Seconds(double sync, double score, double plan, double commit, double total) {}
}
