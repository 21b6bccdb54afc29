package io.fairpatch.commit;

import io.fairpatch.org.WriteJob;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The durable account of one run: what is to be written, what was sent, what came back. Each method that changes it is
 * one transaction that first renews and locks the lease; none goes on when the lease was lost.
 */
final class Ledger {
    private final Jdbi jdbi;
    private final Lease lease;
    private final CommitRun run;

    Ledger(Jdbi jdbi, Lease lease, CommitRun run) {
        this.jdbi = jdbi;
        this.lease = lease;
        this.run = run;
    }

    CommitRun run() {
        return run;
    }

    /** Says that we still live. */
    void keepLease() {
        jdbi.useTransaction(lease::keep);
    }

    /** Whether a person asked to stop. */
    boolean stopRequested() {
        return jdbi.withHandle(h -> looks(h).stopRequested());
    }

    /** The next rows to write in the order to write them; rows tried too often are left out. */
    List<WriteIntent> planned(IntentQueries.Which which, int most) {
        return jdbi.withHandle(h -> looks(h).planned(which, most));
    }

    /** Rows of the proposal that are in doubt though their job has ended. */
    List<WriteIntent> inDoubt(int most) {
        return jdbi.withHandle(h -> looks(h).inDoubt(most));
    }

    List<WriteIntent> sent(Batch batch) {
        return jdbi.withHandle(h -> looks(h).sent(batch));
    }

    /** Batches of any run in the org that have not come to their end: their jobs may still write. */
    List<Batch> openBatches() {
        return jdbi.withHandle(h -> batches(h).openBatches());
    }

    /** Rows the guard had let pass when the process died are to be guarded again. */
    void forgetGuards() {
        write((intents, batches) -> intents.moveAll(IntentState.GUARDED, IntentState.PLANNED));
    }

    /** The guard's verdict on rows that were PLANNED. */
    void guarded(List<WriteIntent> passed, List<Outcome> drifted, List<Outcome> unwritable) {
        write((intents, batches) -> {
            intents.move(run.id(), IntentState.PLANNED, IntentState.GUARDED, plain(passed));
            intents.move(run.id(), IntentState.PLANNED, IntentState.DRIFTED, drifted);
            intents.move(run.id(), IntentState.PLANNED, IntentState.CANCELLED, unwritable);
        });
    }

    /** Makes a batch of guarded rows; durable before the org hears of them. */
    Batch send(List<WriteIntent> guarded, Channel channel) {
        return change((intents, batches) -> {
            Batch batch = batches.newBatch(channel);
            intents.send(batch, guarded);
            return batch;
        });
    }

    /** Keeps the job's id; durable before the job is told to start. */
    Batch jobCreated(Batch batch, WriteJob job) {
        return change((intents, batches) -> batches.keepJob(batch, job));
    }

    /** The job is about to be told to start. */
    Batch completing(Batch batch) {
        return change((intents, batches) -> batches.move(batch, BatchState.COMPLETING));
    }

    /** The org said that the job starts. */
    Batch completed(Batch batch) {
        return change((intents, batches) -> batches.move(batch, BatchState.COMPLETED));
    }

    /** The job was never told to start: its rows are still to be written. */
    void abandoned(Batch batch) {
        write((intents, batches) -> {
            intents.takeBack(batch);
            batches.move(batch, BatchState.DONE);
        });
    }

    /** Nobody knows whether the job started. */
    void doubted(Batch batch) {
        write((intents, batches) -> intents.moveBatch(batch, IntentState.SENT, IntentState.UNKNOWN));
    }

    /** The job has ended: rows in doubt can be resolved by reading them. */
    void settled(Batch batch) {
        write((intents, batches) -> batches.move(batch, BatchState.DONE));
    }

    /** Keeps the org's receipts; all rows stay SENT until read back. */
    Batch received(Batch batch, Receipts receipts) {
        return change((intents, batches) -> {
            intents.keep(batch, receipts);
            return batches.move(batch, BatchState.RECEIVED);
        });
    }

    /** What reading back said of the rows of a batch. */
    void readBack(Batch batch, Verdicts verdicts) {
        write((intents, batches) -> {
            intents.move(run.id(), IntentState.SENT, IntentState.CONFIRMED, verdicts.confirmed());
            intents.move(run.id(), IntentState.SENT, IntentState.REJECTED, verdicts.rejected());
            intents.move(run.id(), IntentState.SENT, IntentState.PLANNED, verdicts.again());
            intents.move(run.id(), IntentState.SENT, IntentState.UNKNOWN, verdicts.doubtful());
            intents.move(run.id(), IntentState.SENT, IntentState.UNKNOWN, verdicts.differing());
            intents.move(run.id(), IntentState.UNKNOWN, IntentState.DRIFTED, verdicts.differing());
            batches.move(batch, BatchState.DONE);
        });
    }

    /**
     * What reading said of rows in doubt that belong to {@code runId}. A row of an earlier run that was not written gets
     * a new intent in this one.
     */
    void resolved(String runId, List<Outcome> confirmed, List<Outcome> again, List<Outcome> drifted) {
        write((intents, batches) -> {
            intents.move(runId, IntentState.UNKNOWN, IntentState.CONFIRMED, confirmed);
            intents.move(runId, IntentState.UNKNOWN, IntentState.PLANNED, again);
            intents.move(runId, IntentState.UNKNOWN, IntentState.DRIFTED, drifted);
            if (!runId.equals(run.id())) {
                intents.found(runId, confirmed);
                intents.renew(runId, again);
                intents.move(runId, IntentState.PLANNED, IntentState.CANCELLED, again);
            }
        });
    }

    /** Links of the proposal that are still to be made or removed. */
    List<Link> plannedLinks(String object) {
        return jdbi.withHandle(h -> links(h).planned(object));
    }

    /** See {@link LinkTables#changed}. */
    List<LinkTables.Changed> changed(String field) {
        return jdbi.withHandle(h -> links(h).changed(field));
    }

    /** See {@link LinkTables#written}. */
    Map<String, Boolean> written() {
        return jdbi.withHandle(h -> links(h).written());
    }

    /** Puts links in the place of what was planned for these accounts. */
    void linksPlanned(String object, Collection<String> accounts, List<Link> links) {
        jdbi.useTransaction(h -> {
            lease.keep(h);
            links(h).plan(object, accounts, links);
        });
    }

    /** What became of links. */
    void linksSettled(List<Link> links) {
        if (!links.isEmpty()) {
            jdbi.useTransaction(h -> {
                lease.keep(h);
                links(h).settle(links);
            });
        }
    }

    /** Lets the next process have the lease at once; does nothing when it was lost. */
    void letGo() {
        jdbi.useTransaction(lease::release);
    }

    /** Ends the run in one transaction with the proposal's state, and lets go of the lease. */
    void end(RunEnd end) {
        jdbi.useTransaction(h -> {
            lease.keep(h);
            end.write(h, intents(h), batches(h));
            lease.release(h);
        });
    }

    private static List<Outcome> plain(List<WriteIntent> intents) {
        return intents.stream().map(intent -> Outcome.plain(intent.account())).toList();
    }

    private void write(BiConsumer<IntentTables, BatchTables> work) {
        jdbi.useTransaction(h -> {
            lease.keep(h);
            work.accept(intents(h), batches(h));
        });
    }

    private Batch change(BiFunction<IntentTables, BatchTables, Batch> work) {
        return jdbi.inTransaction(h -> {
            lease.keep(h);
            return work.apply(intents(h), batches(h));
        });
    }

    private IntentQueries looks(Handle handle) {
        return new IntentQueries(handle, run);
    }

    private IntentTables intents(Handle handle) {
        return new IntentTables(handle, run, lease.token());
    }

    private LinkTables links(Handle handle) {
        return new LinkTables(handle, run, lease.token());
    }

    private BatchTables batches(Handle handle) {
        return new BatchTables(handle, run, lease.token());
    }
}
