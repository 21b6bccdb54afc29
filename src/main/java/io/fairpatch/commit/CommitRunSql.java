package io.fairpatch.commit;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads and writes commit runs. */
final class CommitRunSql {
    private CommitRunSql() {}

    static CommitRun get(Jdbi jdbi, SalesforceId org, String id) {
        return jdbi.withHandle(h -> get(h, org, id));
    }

    static CommitRun get(Handle handle, SalesforceId org, String id) {
        return handle.createQuery("SELECT * FROM commit_run WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id)
                .map((row, context) -> run(row))
                .findOne()
                .orElseThrow(() -> Problem.of(ErrorCode.COMMIT_RUN_NOT_FOUND, "There is no commit run " + id)
                        .maybe("open the proposal and look at its commits")
                        .exception());
    }

    static int nextNumber(Handle handle, SalesforceId org, String proposal) {
        return handle.createQuery(
                        """
                        SELECT coalesce(max(number), 0) + 1 FROM commit_run
                        WHERE org_id = :org AND proposal_id = :proposal
                        """)
                .bind("org", org.value())
                .bind("proposal", proposal)
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Handle handle, Freeze freeze, SalesforceId org, String id, int number) {
        handle.createUpdate(
                        """
                        INSERT INTO commit_run (org_id, id, proposal_id, version, number, fingerprint, started_by,
                                                started_at, batch_rows, state)
                        VALUES (:org, :id, :proposal, :version, :number, :fingerprint, :person,
                                :now, :rows, :state)
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("proposal", freeze.proposal())
                .bind("version", freeze.version())
                .bind("number", number)
                .bind("fingerprint", freeze.fingerprint())
                .bind("person", freeze.person().name())
                .bind("now", freeze.now())
                .bind("rows", freeze.policy().batchRows())
                .bind("state", RunState.RUNNING)
                .execute();
    }

    static void requestStop(Handle handle, SalesforceId org, String id) {
        handle.createUpdate(
                        """
                        UPDATE commit_run SET stop_requested = true
                        WHERE org_id = :org AND id = :id AND state = 'RUNNING'
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .execute();
    }

    static CommitRun run(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new CommitRun(
                SalesforceId.of(row.getString("org_id")),
                row.getString("id"),
                row.getString("proposal_id"),
                row.getInt("version"),
                row.getInt("number"),
                row.getString("fingerprint"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getInt("batch_rows"),
                RunState.valueOf(row.getString("state")),
                row.getBoolean("stop_requested"),
                finished == null ? null : finished.toInstant(),
                row.getString("problem"));
    }
}
