package io.fairpatch.commit;

import io.fairpatch.model.SalesforceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Counts what became of intents. */
final class CommitCountSql {
    private static final String COUNTS =
            """
            SELECT
                count(*) FILTER (WHERE kind = 'MOVE') AS move_approved,
                count(*) FILTER (WHERE kind = 'MOVE' AND state = 'CONFIRMED') AS move_committed,
                count(*) FILTER (WHERE kind = 'MOVE' AND state = 'REJECTED') AS move_rejected,
                count(*) FILTER (WHERE kind = 'MOVE' AND state = 'DRIFTED') AS move_drifted,
                count(*) FILTER (WHERE kind = 'MOVE' AND state = 'UNKNOWN') AS move_unknown,
                count(*) FILTER (WHERE kind = 'MOVE' AND state = 'CANCELLED') AS move_cancelled,
                count(*) FILTER (WHERE kind = 'MOVE' AND state IN ('PLANNED', 'GUARDED', 'SENT')) AS move_pending,
                count(*) FILTER (WHERE kind = 'STAMP') AS stamp_approved,
                count(*) FILTER (WHERE kind = 'STAMP' AND state = 'CONFIRMED') AS stamp_committed,
                count(*) FILTER (WHERE kind = 'STAMP' AND state = 'REJECTED') AS stamp_rejected,
                count(*) FILTER (WHERE kind = 'STAMP' AND state = 'DRIFTED') AS stamp_drifted,
                count(*) FILTER (WHERE kind = 'STAMP' AND state = 'UNKNOWN') AS stamp_unknown,
                count(*) FILTER (WHERE kind = 'STAMP' AND state = 'CANCELLED') AS stamp_cancelled,
                count(*) FILTER (WHERE kind = 'STAMP' AND state IN ('PLANNED', 'GUARDED', 'SENT')) AS stamp_pending,
                count(*) FILTER (WHERE written AND state = 'DRIFTED') AS mismatches
            """;

    private CommitCountSql() {}

    /** Of one run. */
    static CommitCounts ofRun(Handle handle, SalesforceId org, String run) {
        return handle.createQuery(COUNTS + " FROM write_intent WHERE org_id = :org AND run_id = :run")
                .bind("org", org.value())
                .bind("run", run)
                .map((row, context) -> counts(row))
                .one();
    }

    /** Of all runs of a proposal: each account's latest intent counts. */
    static CommitCounts ofProposal(Handle handle, SalesforceId org, String proposal) {
        return handle.createQuery(COUNTS + " FROM newest_intent WHERE org_id = :org AND proposal_id = :proposal")
                .bind("org", org.value())
                .bind("proposal", proposal)
                .map((row, context) -> counts(row))
                .one();
    }

    private static CommitCounts counts(ResultSet row) throws SQLException {
        return new CommitCounts(fates(row, "move_"), fates(row, "stamp_"), row.getInt("mismatches"));
    }

    private static CommitCounts.Fates fates(ResultSet row, String kind) throws SQLException {
        return new CommitCounts.Fates(
                row.getInt(kind + "approved"),
                row.getInt(kind + "committed"),
                row.getInt(kind + "rejected"),
                row.getInt(kind + "drifted"),
                row.getInt(kind + "unknown"),
                row.getInt(kind + "cancelled"),
                row.getInt(kind + "pending"));
    }
}
