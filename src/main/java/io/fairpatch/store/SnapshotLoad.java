package io.fairpatch.store;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * One full copy of an org on its way in. Rows go page by page into tables that only this connection sees;
 * {@link #publish} makes all of them visible at once. Closed without that, nothing has changed. For one thread.
 */
public final class SnapshotLoad implements AutoCloseable {
    private final Jdbi jdbi;
    private final Handle handle;
    private final SalesforceId org;
    private final long run;
    private final Map<SnapshotTable, Long> staged = new EnumMap<>(SnapshotTable.class);
    private final RefusedRows refused;
    private @Nullable CopyRows page;

    private SnapshotLoad(Jdbi jdbi, Handle handle, SalesforceId org, long run) {
        this.jdbi = jdbi;
        this.handle = handle;
        this.org = org;
        this.run = run;
        this.refused = new RefusedRows(handle, org, run);
    }

    /** @throws io.fairpatch.error.FairpatchException SYNC_RUNNING when another copy of this org is under way */
    static SnapshotLoad begin(Jdbi jdbi, SalesforceId org, Instant startedAt) {
        var handle = jdbi.open();
        boolean begun = false;
        try {
            var load = new SnapshotLoad(jdbi, handle, org, lockedRun(handle, org, startedAt));
            load.createStages();
            begun = true;
            return load;
        } finally {
            if (!begun) {
                release(handle);
            }
        }
    }

    private static long lockedRun(Handle handle, SalesforceId org, Instant startedAt) {
        if (!SyncRuns.lock(handle, org)) {
            throw Problem.of(ErrorCode.SYNC_RUNNING, "A sync of org " + org + " is already running")
                    .maybe("wait until it has finished.")
                    .exception();
        }
        return SyncRuns.begin(handle, org, startedAt);
    }

    private void createStages() {
        RefusedRows.createStage(handle);
        for (var table : SnapshotTable.values()) {
            handle.execute(table.createStage());
        }
    }

    /** Hands the connection back to the pool as it came: without our tables and our lock. */
    private static void release(Handle handle) {
        try (handle) {
            handle.execute("DISCARD TEMP");
            SyncRuns.unlock(handle);
        }
    }

    public long run() {
        return run;
    }

    /** Begins a page of rows of {@code table}. */
    public CopyRows beginPage(SnapshotTable table) {
        try {
            var connection = handle.getConnection().unwrap(PGConnection.class);
            page = new CopyRows(connection.getCopyAPI().copyIn(table.copyIntoStage()));
            return page;
        } catch (SQLException e) {
            throw CopyRows.broken(e);
        }
    }

    /** Keeps the page begun, and what was refused in it. */
    public void endPage(SnapshotTable table, List<RefusedRow> refusals) {
        if (page != null) {
            staged.merge(table, page.finish(), Long::sum);
            page = null;
        }
        refused.add(refusals);
    }

    /** Forgets the page begun. */
    public void dropPage() {
        if (page != null) {
            page.cancel();
            page = null;
        }
    }

    /** Rows of {@code table} in whole pages so far. */
    public long staged(SnapshotTable table) {
        return staged.getOrDefault(table, 0L);
    }

    /** Notes of refused rows and values so far. */
    public long refused() {
        return refused.count();
    }

    /**
     * Makes the copy visible, all of it at once.
     *
     * @param counts kept with the run
     * @return records that the org no longer shows and that were marked deleted now
     */
    public Map<SnapshotTable, Long> publish(Instant finishedAt, Map<String, Long> counts) {
        for (var table : SnapshotTable.values()) {
            handle.execute(table.analyzeStage());
        }
        return handle.inTransaction(transaction -> {
            var gone = new EnumMap<SnapshotTable, Long>(SnapshotTable.class);
            for (var table : SnapshotTable.values()) {
                if (table.kept()) {
                    gone.put(table, merge(transaction, table, finishedAt));
                }
            }
            Engagement.replace(transaction, org);
            refused.keep(transaction);
            SyncRuns.finish(transaction, org, run, finishedAt, counts);
            return gone;
        });
    }

    private long merge(Handle transaction, SnapshotTable table, Instant at) {
        transaction.createUpdate(table.upsert()).bind("org", org.value()).execute();
        return transaction
                .createUpdate(table.markDeleted())
                .bind("org", org.value())
                .bind("at", at)
                .execute();
    }

    /** Keeps with the run why it failed; nothing of the copy becomes visible. */
    public void fail(Instant at, String problem) {
        // by another connection: this one may be what failed
        jdbi.useHandle(other -> SyncRuns.fail(other, org, run, at, problem));
    }

    @Override
    public void close() {
        dropPage();
        release(handle);
    }
}
