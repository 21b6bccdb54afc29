package io.fairpatch.commit;

import io.fairpatch.org.WriteJob;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The ledger's batches within one transaction that holds the lease. */
final class BatchTables {
    private final Handle handle;
    private final CommitRun run;
    private final long token;

    BatchTables(Handle handle, CommitRun run, long token) {
        this.handle = handle;
        this.run = run;
        this.token = token;
    }

    List<Batch> openBatches() {
        return handle.createQuery(
                        """
                        SELECT b.run_id, b.number, b.channel, b.state, b.job_id, b.job_api_version
                        FROM commit_batch b JOIN commit_run r ON r.org_id = b.org_id AND r.id = b.run_id
                        WHERE b.org_id = :org AND b.state <> 'DONE'
                        ORDER BY r.started_at, b.run_id, b.number
                        """)
                .bind("org", run.org().value())
                .map((row, context) -> Batch.of(row))
                .list();
    }

    Batch newBatch(Channel channel) {
        int number = handle.createQuery(
                        """
                        INSERT INTO commit_batch (org_id, run_id, number, channel, state, token)
                        SELECT :org, :run, coalesce(max(number), 0) + 1, :channel, 'SENT', :token
                        FROM commit_batch WHERE org_id = :org AND run_id = :run
                        RETURNING number
                        """)
                .bind("org", run.org().value())
                .bind("run", run.id())
                .bind("channel", channel)
                .bind("token", token)
                .mapTo(Integer.class)
                .one();
        return new Batch(run.id(), number, channel, BatchState.SENT, null);
    }

    Batch keepJob(Batch batch, WriteJob job) {
        inBatch(
                        batch,
                        """
                        UPDATE commit_batch SET job_id = :job, job_api_version = :version, token = :token
                        WHERE org_id = :org AND run_id = :run AND number = :number
                        """)
                .bind("job", job.id())
                .bind("version", job.apiVersion())
                .execute();
        return new Batch(batch.run(), batch.number(), batch.channel(), batch.state(), job);
    }

    Batch move(Batch batch, BatchState to) {
        if (!batch.state().mayBecome(to)) {
            throw new IllegalStateException("A batch in " + batch.state() + " must not become " + to);
        }
        inBatch(
                        batch,
                        """
                        UPDATE commit_batch SET state = :to, token = :token
                        WHERE org_id = :org AND run_id = :run AND number = :number
                        """)
                .bind("to", to)
                .execute();
        return new Batch(batch.run(), batch.number(), batch.channel(), to, batch.job());
    }

    private Update inBatch(Batch batch, String sql) {
        return handle.createUpdate(sql)
                .bind("org", run.org().value())
                .bind("run", batch.run())
                .bind("number", batch.number())
                .bind("token", token);
    }
}
