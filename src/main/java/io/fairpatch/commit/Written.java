package io.fairpatch.commit;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.FieldValues;
import io.fairpatch.review.LineKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What the newest run of a proposal that dealt with an account says of it.
 *
 * @param written in this run or an earlier one the org said that it wrote the row, or said nothing after the row was sent
 */
record Written(
        SalesforceId account,
        String accountName,
        LineKind kind,
        IntentState state,
        boolean written,
        FieldValues before,
        FieldValues after,
        FieldValues base) {

    /** Whether something of ours may be in the org, and is settled. */
    boolean inOrg() {
        return state == IntentState.CONFIRMED || written && leavesAsItIs(state);
    }

    private static boolean leavesAsItIs(IntentState state) {
        return state == IntentState.DRIFTED || state == IntentState.CANCELLED;
    }

    /** Whether nobody knows yet if it is in the org. */
    boolean inDoubt() {
        return state == IntentState.UNKNOWN || state == IntentState.SENT;
    }

    /** Each account of a proposal once, by id. */
    static List<Written> of(Handle handle, SalesforceId org, String proposal) {
        return handle.createQuery(
                        """
                        SELECT account_id, account_name, kind, state, before, after, base,
                            maybe_written OR state IN ('DRIFTED', 'CANCELLED') AND EXISTS (
                                SELECT 1 FROM write_intent earlier
                                WHERE earlier.org_id = :org AND earlier.proposal_id = :proposal
                                AND earlier.account_id = newest_intent.account_id AND earlier.state = 'DRIFTED'
                                AND (earlier.written OR earlier.batch_number IS NOT NULL AND earlier.receipt IS NULL))
                            AS maybe_written
                        FROM newest_intent WHERE org_id = :org AND proposal_id = :proposal ORDER BY account_id
                        """)
                .bind("org", org.value())
                .bind("proposal", proposal)
                .map((row, context) -> of(row))
                .list();
    }

    private static Written of(ResultSet row) throws SQLException {
        return new Written(
                SalesforceId.of(row.getString("account_id")),
                row.getString("account_name"),
                LineKind.valueOf(row.getString("kind")),
                IntentState.valueOf(row.getString("state")),
                row.getBoolean("maybe_written"),
                FieldValues.parse(row.getString("before")),
                FieldValues.parse(row.getString("after")),
                FieldValues.parse(row.getString("base")));
    }
}
