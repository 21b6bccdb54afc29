package io.fairpatch.commit;

import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's intents within one transaction that holds the lease. Every change names the state it comes from: a row
 * that is not where we believe it to be stops the run instead of being overwritten.
 */
final class IntentTables {
    private final Handle handle;
    private final CommitRun run;
    private final long token;

    IntentTables(Handle handle, CommitRun run, long token) {
        this.handle = handle;
        this.run = run;
        this.token = token;
    }

    /** Changes the state of these rows, all of which must be in {@code from}. */
    void move(String runId, IntentState from, IntentState to, List<Outcome> outcomes) {
        require(from, to);
        if (outcomes.isEmpty()) {
            return;
        }
        int moved = handle.createUpdate(
                        """
                        UPDATE write_intent i
                        SET state = :to, token = :token, code = o.code, message = o.message,
                            drift = CAST(o.drift AS jsonb)
                        FROM unnest(:accounts, :codes, :messages, :drifts) AS o (account, code, message, drift)
                        WHERE i.org_id = :org AND i.run_id = :run AND i.account_id = o.account AND i.state = :from
                        """)
                .bind("org", run.org().value())
                .bind("run", runId)
                .bind("token", token)
                .bind("from", from)
                .bind("to", to)
                .bind("accounts", texts(outcomes, Outcome::account))
                .bind("codes", texts(outcomes, Outcome::code))
                .bind("messages", texts(outcomes, Outcome::message))
                .bind("drifts", texts(outcomes, Outcome::differenceJson))
                .execute();
        requireAll(outcomes.size(), moved, from, runId);
    }

    private static void requireAll(int wanted, int moved, IntentState from, String runId) {
        if (moved != wanted) {
            throw new IllegalStateException(
                    "The ledger of " + runId + " must hold " + wanted + " rows in " + from + " but held " + moved);
        }
    }

    /** Changes the state of every row of the run that is in {@code from}. */
    void moveAll(IntentState from, IntentState to) {
        require(from, to);
        inRun(
                        handle.createUpdate(
                                """
                        UPDATE write_intent SET state = :to, token = :token
                        WHERE org_id = :org AND run_id = :run AND state = :from
                        """))
                .bind("token", token)
                .bind("from", from)
                .bind("to", to)
                .execute();
    }

    /** Cancels what is still planned, and says why. */
    void cancelPlanned(String code, String message) {
        require(IntentState.PLANNED, IntentState.CANCELLED);
        inRun(
                        handle.createUpdate(
                                """
                        UPDATE write_intent
                        SET state = 'CANCELLED', token = :token, code = :code,
                            message = concat_ws('. ', CAST(:message AS text), message)
                        WHERE org_id = :org AND run_id = :run AND state = 'PLANNED'
                        """))
                .bind("token", token)
                .bind("code", code)
                .bind("message", message)
                .execute();
    }

    /** Changes the state of every row of the batch that is in {@code from}. */
    void moveBatch(Batch batch, IntentState from, IntentState to) {
        require(from, to);
        inBatch(
                        batch,
                        """
                        UPDATE write_intent SET state = :to, token = :token
                        WHERE org_id = :org AND run_id = :run AND batch_number = :number AND state = :from
                        """)
                .bind("from", from)
                .bind("to", to)
                .execute();
    }

    /** Puts guarded rows into the batch, which counts as an attempt. */
    void send(Batch batch, List<WriteIntent> guarded) {
        require(IntentState.GUARDED, IntentState.SENT);
        int sent = inBatch(
                        batch,
                        """
                        UPDATE write_intent
                        SET state = 'SENT', batch_number = :number, attempts = attempts + 1, receipt = NULL,
                            code = NULL, message = NULL, drift = NULL, token = :token
                        WHERE org_id = :org AND run_id = :run AND account_id = ANY(:accounts) AND state = 'GUARDED'
                        """)
                .bind("accounts", guarded.stream().map(WriteIntent::account).toArray(String[]::new))
                .execute();
        requireAll(guarded.size(), sent, IntentState.GUARDED, run.id());
    }

    /** The batch was never told to start: its rows are as before it. */
    void takeBack(Batch batch) {
        require(IntentState.SENT, IntentState.PLANNED);
        inBatch(
                        batch,
                        """
                        UPDATE write_intent SET state = 'PLANNED', attempts = attempts - 1, token = :token
                        WHERE org_id = :org AND run_id = :run AND batch_number = :number AND state = 'SENT'
                        """)
                .execute();
    }

    /** Keeps what the org said of rows of the batch. */
    void keep(Batch batch, Receipts receipts) {
        List<Receipts.Line> lines = receipts.lines();
        inBatch(
                        batch,
                        """
                        UPDATE write_intent i
                        SET receipt = r.fate, written = coalesce(r.fate = 'WRITTEN', false), code = r.code,
                            message = r.message, token = :token
                        FROM unnest(:accounts, :fates, :codes, :messages) AS r (account, fate, code, message)
                        WHERE i.org_id = :org AND i.run_id = :run AND i.batch_number = :number
                        AND i.account_id = r.account AND i.state = 'SENT'
                        """)
                .bind("accounts", lines.stream().map(Receipts.Line::account).toArray(String[]::new))
                .bind(
                        "fates",
                        lines.stream()
                                .map(line ->
                                        line.fate() == null ? null : line.fate().name())
                                .toArray(String[]::new))
                .bind("codes", lines.stream().map(Receipts.Line::code).toArray(String[]::new))
                .bind("messages", lines.stream().map(IntentTables::message).toArray(String[]::new))
                .execute();
    }

    private static @Nullable String message(Receipts.Line line) {
        return line.message() == null ? null : line.message().replace("\0", "");
    }

    /** Copies intents of an earlier run into this one, to be tried anew. */
    void renew(String earlier, List<Outcome> intents) {
        inRun(
                        handle.createUpdate(
                                """
                        INSERT INTO write_intent (org_id, run_id, account_id, proposal_id, run_number, account_name,
                                                  kind, ordinal, before, after, base, state, token)
                        SELECT org_id, :run, account_id, proposal_id, :number, account_name,
                               kind, ordinal, before, after, base, 'PLANNED', :token
                        FROM write_intent
                        WHERE org_id = :org AND run_id = :earlier AND account_id = ANY(:accounts)
                        """))
                .bind("number", run.number())
                .bind("token", token)
                .bind("earlier", earlier)
                .bind("accounts", texts(intents, Outcome::account))
                .execute();
    }

    /** This run found by reading that these rows of an earlier one had been written. */
    void found(String earlier, List<Outcome> intents) {
        inRun(
                        handle.createUpdate(
                                """
                        UPDATE write_intent SET found_by = :run
                        WHERE org_id = :org AND run_id = :earlier AND account_id = ANY(:accounts)
                        """))
                .bind("earlier", earlier)
                .bind("accounts", texts(intents, Outcome::account))
                .execute();
    }

    private static void require(IntentState from, IntentState to) {
        if (!from.mayBecome(to)) {
            throw new IllegalStateException("An intent in " + from + " must not become " + to);
        }
    }

    private Update inBatch(Batch batch, String sql) {
        return handle.createUpdate(sql)
                .bind("org", run.org().value())
                .bind("run", batch.run())
                .bind("number", batch.number())
                .bind("token", token);
    }

    private <T extends SqlStatement<T>> T inRun(T statement) {
        return statement.bind("org", run.org().value()).bind("run", run.id());
    }

    private static String[] texts(List<Outcome> outcomes, Function<Outcome, @Nullable String> part) {
        return outcomes.stream().map(part).toArray(String[]::new);
    }
}
