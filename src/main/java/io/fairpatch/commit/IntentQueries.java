package io.fairpatch.commit;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Looks into the ledger's intents: what is to be written next, what is on its way, what is in doubt. */
final class IntentQueries {
    private final Handle handle;
    private final CommitRun run;

    IntentQueries(Handle handle, CommitRun run) {
        this.handle = handle;
        this.run = run;
    }

    boolean stopRequested() {
        return inRun(handle.createQuery("SELECT stop_requested FROM commit_run WHERE org_id = :org AND id = :run"))
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Which of the planned rows.
     *
     * @param locked those that something else held when they were last sent, or all others
     * @param owner those that change the owner, or all others; null for both
     */
    record Which(boolean locked, @Nullable Boolean owner) {}

    /** Rows that nothing held up, in order; those that were locked come last, those tried least first. */
    List<WriteIntent> planned(Which which, int most) {
        return inRun(
                        handle.createQuery(
                                """
                        SELECT run_id, account_id, after, base, attempts, receipt, code, message FROM write_intent
                        WHERE org_id = :org AND run_id = :run AND state = 'PLANNED' AND attempts < :attempts
                        AND (code IS NOT DISTINCT FROM :lock) = :locked
                        AND (CAST(:owner AS boolean) IS NULL OR jsonb_exists(after, 'OwnerId') = :owner)
                        ORDER BY CASE WHEN :locked THEN attempts ELSE 0 END, ordinal LIMIT :most
                        """))
                .bind("attempts", WriteIntent.MOST_ATTEMPTS)
                .bind("lock", WriteIntent.LOCKED)
                .bind("locked", which.locked())
                .bind("owner", which.owner())
                .bind("most", most)
                .map((row, context) -> WriteIntent.of(row))
                .list();
    }

    List<WriteIntent> inDoubt(int most) {
        return handle.createQuery(
                        """
                        SELECT i.run_id, i.account_id, i.after, i.base, i.attempts, i.receipt, i.code, i.message
                        FROM write_intent i
                        JOIN commit_batch b ON b.org_id = i.org_id AND b.run_id = i.run_id AND b.number = i.batch_number
                        WHERE i.org_id = :org AND i.proposal_id = :proposal AND i.state = 'UNKNOWN' AND b.state = 'DONE'
                        ORDER BY i.run_number, i.ordinal LIMIT :most
                        """)
                .bind("org", run.org().value())
                .bind("proposal", run.proposal())
                .bind("most", most)
                .map((row, context) -> WriteIntent.of(row))
                .list();
    }

    List<WriteIntent> sent(Batch batch) {
        return handle.createQuery(
                        """
                        SELECT run_id, account_id, after, base, attempts, receipt, code, message FROM write_intent
                        WHERE org_id = :org AND run_id = :run AND state = 'SENT' AND batch_number = :number
                        ORDER BY ordinal
                        """)
                .bind("org", run.org().value())
                .bind("run", batch.run())
                .bind("number", batch.number())
                .map((row, context) -> WriteIntent.of(row))
                .list();
    }

    private <T extends SqlStatement<T>> T inRun(T statement) {
        return statement.bind("org", run.org().value()).bind("run", run.id());
    }
}
