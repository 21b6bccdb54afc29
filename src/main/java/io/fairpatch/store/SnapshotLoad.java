package io.fairpatch.store;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * One copy of an org on its way in. Each page is stored with the place to go on from, so that the next run can take up
 * what this one leaves; {@link #publish} makes all of it visible at once and moves the cursors. For one thread.
 */
public final class SnapshotLoad implements AutoCloseable {
    /** The org keeps results for 7 days. */
    private static final Duration RESUMABLE_FOR = Duration.ofDays(2);

    private static final SqlParser NAMES = new NamedParameters();

    /**
     * How what was read is put in place: durably. What changed is looked up, also where it is spread: its pages are
     * written next in any case. Sizes and shares are all that the statements choose by, and 3,000 rows tell them as well
     * as 30,000. Of joins of sums the planner expects far too much: it would compile for longer than they take.
     */
    private static final String PUBLISHING =
            """
            SET LOCAL synchronous_commit = on;
            SET LOCAL random_page_cost = 1.1;
            SET LOCAL default_statistics_target = 10;
            SET LOCAL jit = off
            """;

    private final Jdbi jdbi;
    private final Handle handle;
    private final SalesforceId org;
    private final Instant startedAt;
    private final boolean first;
    /** Whether an earlier run that did not finish was found, with parts or without. */
    private final boolean leftByEarlier;

    private final Map<SyncPart, PartProgress> parts = new LinkedHashMap<>();
    /** Progress that goes with no row and is written with the next that does: without it a part is read once more. */
    private final Map<SyncPart, PartProgress> owed = new LinkedHashMap<>();
    /** Those whose rows have a table to wait in, whatever becomes of a page. */
    private final Set<SyncPart> expected = new HashSet<>();

    private long run;
    private RefusedRows refused;
    private @Nullable CopyRows page;

    private SnapshotLoad(Jdbi jdbi, Handle handle, SalesforceId org, Instant startedAt) {
        this.jdbi = jdbi;
        this.handle = handle;
        this.org = org;
        this.startedAt = startedAt;
        this.first = !SyncRuns.anyFinished(handle, org);
        var left = SyncRuns.unfinished(handle, org, startedAt.minus(RESUMABLE_FOR));
        this.leftByEarlier = left.isPresent();
        this.run = left.orElseGet(() -> SyncRuns.begin(handle, org, startedAt));
        this.refused = new RefusedRows(handle, org, run);
    }

    /** @throws io.fairpatch.error.FairpatchException SYNC_RUNNING when another copy of this org is under way */
    static SnapshotLoad begin(Jdbi jdbi, SalesforceId org, Instant startedAt) {
        var handle = jdbi.open().configure(SqlStatements.class, statements -> statements.setSqlParser(NAMES));
        boolean begun = false;
        try {
            if (!SyncRuns.lock(handle, org)) {
                throw Problem.of(ErrorCode.SYNC_RUNNING, "A sync of org " + org + " is already running")
                        .maybe("wait until it has finished.")
                        .exception();
            }
            // pages are put in place at the end, durably; what a crash of the database forgets before is read again
            handle.execute("SET synchronous_commit = off");
            var load = new SnapshotLoad(jdbi, handle, org, startedAt);
            begun = true;
            return load;
        } finally {
            if (!begun) {
                release(handle);
            }
        }
    }

    private static void release(Handle handle) {
        try (handle) {
            handle.execute("RESET synchronous_commit");
            SyncRuns.unlock(handle);
        }
    }

    public long run() {
        return run;
    }

    /** How far the copy of each object reaches, by API name. */
    public Map<String, SyncCursor> cursors() {
        return SyncCursors.of(handle, org);
    }

    /** Records of a table that the last copy shows. */
    public long shown(SnapshotTable table) {
        return handle.createQuery(
                        "SELECT count(*) FROM " + table.table() + " WHERE org_id = :org AND deleted_at IS NULL")
                .bind("org", org.value())
                .mapTo(Long.class)
                .one();
    }

    /** How many rows each list of the last finished run brought. */
    public PartSizes lastSizes() {
        return PartSizes.of(handle, org);
    }

    /** The parts that the run taken up again had; empty for a new run. */
    private Map<SyncPart, PartProgress> unfinished() {
        return new SyncParts(handle, org, run).all();
    }

    /**
     * Fixes what is read. A run taken up again goes on where it stood when it was to read the same; otherwise it begins
     * anew.
     *
     * @return whether it goes on
     */
    public boolean plan(List<SyncPart> wanted) {
        var kept = leftByEarlier ? unfinished() : Map.<SyncPart, PartProgress>of();
        boolean same = !kept.isEmpty()
                && kept.size() == wanted.size()
                && wanted.stream().allMatch(part -> kept.keySet().stream().anyMatch(part::sameAs));
        if (same) {
            SyncRuns.goOn(handle, org, run);
            refused.goOn();
            parts.putAll(kept);
            parts.keySet().stream().filter(this::lostRows).toList().forEach(this::restart);
        } else {
            anew(wanted);
        }
        clear(SyncRuns.dropped(handle, org, run));
        return same;
    }

    private void anew(List<SyncPart> wanted) {
        if (leftByEarlier) {
            run = SyncRuns.begin(handle, org, startedAt);
            refused = new RefusedRows(handle, org, run);
        }
        handle.useTransaction(transaction -> {
            new SyncParts(transaction, org, run).insert(wanted);
            wanted.forEach(this::prepare);
        });
    }

    /** Adds a part to what is read. */
    public void add(SyncPart part) {
        new SyncParts(handle, org, run).insert(List.of(part));
        prepare(part);
    }

    private void prepare(SyncPart part) {
        parts.put(part, PartProgress.NONE);
        if (direct(part)) {
            forgetRows(part);
        }
    }

    private void clear(List<Long> dropped) {
        for (long old : dropped) {
            new SyncParts(handle, org, old)
                    .all()
                    .keySet()
                    .forEach(part -> handle.execute("DROP TABLE IF EXISTS " + part.stage(old)));
            new RefusedRows(handle, org, old).forget();
        }
    }

    /** The first copy of an org goes straight into the tables: nothing shows them before a run has finished. */
    private boolean direct(SyncPart part) {
        return first && part.mode() == ReadMode.FULL;
    }

    private boolean lostRows(SyncPart part) {
        expect(part);
        long count = handle.createQuery(
                        direct(part)
                                ? "SELECT count(*) FROM " + part.table().table() + " WHERE org_id = :org"
                                : "SELECT count(*) FROM " + part.stage(run) + " WHERE :org <> ''")
                .bind("org", org.value())
                .mapTo(Long.class)
                .one();
        return count != progress(part).staged();
    }

    private void forgetRows(SyncPart part) {
        handle.createUpdate("DELETE FROM " + part.table().table() + " WHERE org_id = :org")
                .bind("org", org.value())
                .execute();
    }

    /** Forgets what was read of a part. */
    public void restart(SyncPart part) {
        handle.useTransaction(transaction -> {
            if (direct(part)) {
                forgetRows(part);
            } else {
                transaction.execute("DROP TABLE IF EXISTS " + part.stage(run));
                expected.remove(part);
            }
            refused.forget(part.object());
            advance(part, PartProgress.NONE);
        });
    }

    public PartProgress progress(SyncPart part) {
        return parts.getOrDefault(part, PartProgress.NONE);
    }

    public List<SyncPart> parts() {
        return List.copyOf(parts.keySet());
    }

    /** Keeps which job of the org brings the part. */
    public void started(SyncPart part, String jobId, String apiVersion) {
        advance(part, PartProgress.begun(jobId, apiVersion));
    }

    /** Keeps that these parts are read without a job. */
    public void startedWithoutJob(Collection<SyncPart> withoutJob) {
        withoutJob.forEach(part -> owe(part, PartProgress.begun("", "")));
    }

    /** Keeps that nothing more comes of a part. */
    public void ended(SyncPart part) {
        if (!progress(part).done()) {
            advance(part, progress(part).ended());
        }
    }

    private void advance(SyncPart part, PartProgress next) {
        owe(part, next);
        payOff();
    }

    private void owe(SyncPart part, PartProgress next) {
        owed.put(part, next);
        parts.put(part, next);
    }

    private void payOff() {
        if (!owed.isEmpty()) {
            new SyncParts(handle, org, run).update(owed);
            owed.clear();
        }
    }

    /** Makes the table in which rows of a part wait; while the org works on them it costs no time. */
    public void expect(SyncPart part) {
        if (direct(part) || expected.contains(part)) {
            return;
        }
        handle.execute(StageSql.create(part, part.stage(run)));
        if (!handle.isInTransaction()) {
            expected.add(part);
        }
    }

    /** Begins a page of rows of a part; one without rows need not be begun. */
    public CopyRows beginPage(SyncPart part) {
        dropPage();
        handle.begin();
        expect(part);
        try {
            var copies = handle.getConnection().unwrap(PGConnection.class).getCopyAPI();
            page = direct(part)
                    ? new CopyRows(copies.copyIn(StageSql.copyDirectly(part)), org.value())
                    : new CopyRows(copies.copyIn(StageSql.copy(part, part.stage(run))), "");
            return page;
        } catch (SQLException e) {
            throw CopyRows.broken(e);
        }
    }

    /**
     * Keeps the page begun, what was refused in it, and where to go on, all or nothing.
     *
     * @param locator the page to read next, empty after the last
     * @param delivered rows in the pages so far
     * @param left rows of this page that were left out
     * @return rows the database took
     */
    public long endPage(SyncPart part, String locator, long delivered, long left, List<RefusedRow> refusals) {
        long rows = page == null ? 0 : page.finish();
        var next = progress(part).after(locator, delivered, rows, left);
        if (page == null) {
            owe(part, next);
            return rows;
        }
        page = null;
        refused.add(refusals);
        advance(part, next);
        if (handle.isInTransaction()) {
            handle.commit();
        }
        return rows;
    }

    /** Forgets the page begun. */
    public void dropPage() {
        if (page != null) {
            page.cancel();
            page = null;
        }
        if (handle.isInTransaction()) {
            handle.rollback();
            refused.goOn();
        }
    }

    /** Notes of refused rows and values so far. */
    public long refused() {
        return refused.count();
    }

    /** Ids that every window missed so far, found by reading all of them; at most {@code most}. */
    public List<String> missed(SyncPart ids, SyncPart changes, int most) {
        handle.execute(StageSql.create(ids, ids.stage(run)));
        handle.execute(StageSql.create(changes, changes.stage(run)));
        return handle.createQuery(StageSql.missed(ids, ids.stage(run), changes.stage(run)) + " LIMIT :most")
                .bind("org", org.value())
                .bind("upto", ids.upto())
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /**
     * Makes the copy visible, all of it at once, and moves the cursors.
     *
     * @param counts kept with the run
     * @param currency ISO code of what all amounts are in, kept with the run; empty when the org has one currency
     * @param acceptDeletes whether many records may be gone at once
     * @return by object: records marked deleted now
     * @throws io.fairpatch.error.FairpatchException SYNC_DELETES when more than 2 % of an object's records would go
     */
    public Map<String, Long> publish(
            Instant finishedAt, Map<String, Long> counts, String currency, boolean acceptDeletes) {
        return handle.inTransaction(transaction -> {
            transaction.execute(PUBLISHING);
            payOff();
            var publishing = new Publishing(transaction, org, run, finishedAt, acceptDeletes);
            parts.forEach((part, progress) -> publishing.put(part, direct(part), progress.staged()));
            publishing.moveCursors();
            var gone = publishing.engagement();
            refused.add(publishing.unknownOwners());
            publishing.forgetStages();
            SyncRuns.finish(transaction, org, run, finishedAt, counts, currency);
            return gone;
        });
    }

    /**
     * Keeps with the run why it failed; nothing of the copy becomes visible. One left by an earlier run stays as that
     * left it when it was not gone on with.
     *
     * @param resumable whether the next run may go on with it
     */
    public void fail(Instant at, String problem, boolean resumable) {
        if (leftByEarlier && parts.isEmpty()) {
            return;
        }
        // by another connection: this one may be what failed
        jdbi.useHandle(other -> SyncRuns.fail(other, org, run, at, problem, resumable));
    }

    @Override
    public void close() {
        try {
            dropPage();
        } finally {
            release(handle);
        }
    }
}
