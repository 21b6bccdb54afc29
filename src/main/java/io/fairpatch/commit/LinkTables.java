package io.fairpatch.commit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The ledger's links within one transaction that holds the lease. */
final class LinkTables {
    private final Handle handle;
    private final CommitRun run;
    private final long token;

    LinkTables(Handle handle, CommitRun run, long token) {
        this.handle = handle;
        this.run = run;
        this.token = token;
    }

    /** Links of any run of the proposal that wait: an earlier run may have ended before their turn. */
    List<Link> planned(String object) {
        return handle.createQuery(
                        """
                        SELECT l.* FROM commit_link l JOIN commit_run r ON r.org_id = l.org_id AND r.id = l.run_id
                        WHERE l.org_id = :org AND r.proposal_id = :proposal AND l.object = :object
                        AND l.state = 'PLANNED'
                        ORDER BY l.account_id, l.action, l.linked_id
                        """)
                .bind("org", run.org().value())
                .bind("proposal", run.proposal())
                .bind("object", object)
                .map((row, context) -> Link.of(row))
                .list();
    }

    /** A field of an account, as it was and as we wrote it. */
    record Changed(String account, @Nullable String before, @Nullable String after) {}

    /** Accounts that this run wrote, or found written by an earlier one, and that hold a new value of the field. */
    List<Changed> changed(String field) {
        return handle.createQuery(
                        """
                        SELECT account_id, before ->> :field AS before, after ->> :field AS after FROM write_intent
                        WHERE org_id = :org AND proposal_id = :proposal AND (run_id = :run OR found_by = :run)
                        AND state = 'CONFIRMED' AND jsonb_exists(after, :field)
                        AND before ->> :field IS DISTINCT FROM after ->> :field
                        ORDER BY account_id
                        """)
                .bind("org", run.org().value())
                .bind("proposal", run.proposal())
                .bind("run", run.id())
                .bind("field", field)
                .map((row, context) ->
                        new Changed(row.getString("account_id"), row.getString("before"), row.getString("after")))
                .list();
    }

    /**
     * Accounts of the proposal by whether the org wrote them in any run.
     *
     * @return true: written; false: not; absent: nobody knows yet
     */
    Map<String, Boolean> written() {
        return handle.createQuery(
                        """
                        SELECT account_id, bool_or(
                            state = 'CONFIRMED'
                            OR (state = 'DRIFTED'
                                AND (written OR (batch_number IS NOT NULL AND receipt IS NULL)))) AS written
                        FROM write_intent WHERE org_id = :org AND proposal_id = :proposal
                        GROUP BY account_id HAVING NOT bool_or(state IN ('SENT', 'UNKNOWN'))
                        """)
                .bind("org", run.org().value())
                .bind("proposal", run.proposal())
                .reduceRows(new HashMap<String, Boolean>(), (all, row) -> {
                    all.put(row.getColumn("account_id", String.class), row.getColumn("written", Boolean.class));
                    return all;
                });
    }

    /** Puts links in the place of what was planned for these accounts; what is done already stays as it is. */
    void plan(String object, Collection<String> accounts, List<Link> links) {
        handle.createUpdate(
                        """
                        DELETE FROM commit_link
                        WHERE org_id = :org AND run_id = :run AND object = :object AND account_id = ANY(:accounts)
                        AND state <> 'DONE'
                        """)
                .bind("org", run.org().value())
                .bind("run", run.id())
                .bind("object", object)
                .bind("accounts", accounts.toArray(String[]::new))
                .execute();
        each(
                links,
                """
                INSERT INTO commit_link (org_id, run_id, object, account_id, linked_id, action, linked_name, values,
                                         record_id, state, code, message, token)
                VALUES (:org, :run, :object, :account, :linked, :action, :name, CAST(:values AS jsonb), :record,
                        :state, :code, :message, :token)
                ON CONFLICT DO NOTHING
                """);
    }

    /** What became of links that were planned. */
    void settle(List<Link> links) {
        each(
                links,
                """
                UPDATE commit_link SET state = :state, code = :code, message = :message, token = :token
                WHERE org_id = :org AND run_id = :run AND object = :object AND account_id = :account
                AND linked_id = :linked AND action = :action AND state = 'PLANNED'
                """);
    }

    private void each(List<Link> links, String sql) {
        PreparedBatch batch = handle.prepareBatch(sql);
        links.forEach(link -> bind(batch, link).add());
        batch.execute();
    }

    private PreparedBatch bind(PreparedBatch batch, Link link) {
        return batch.bind("org", run.org().value())
                .bind("run", link.run())
                .bind("object", link.object())
                .bind("account", link.account())
                .bind("linked", link.linked())
                .bind("action", link.action())
                .bind("name", link.name())
                .bind("values", link.values().json())
                .bind("record", link.record())
                .bind("state", link.state())
                .bind("code", link.code())
                .bind("message", link.message())
                .bind("token", token);
    }
}
