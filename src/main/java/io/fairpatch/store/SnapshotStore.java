package io.fairpatch.store;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Account;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The copies of orgs. Thread-safe. */
public final class SnapshotStore {
    private static final int STALE_MONTHS = 24;

    private final Jdbi jdbi;
    private final Clock clock;
    private final UnaryOperator<LocalDate> yearBegins;

    /** Where the fiscal year is the calendar's. */
    public SnapshotStore(Jdbi jdbi, Clock clock) {
        this(jdbi, clock, day -> day.withDayOfYear(1));
    }

    /**
     * @param clock its zone says which day today is
     * @param yearBegins the first day of the fiscal year that a day lies in
     */
    public SnapshotStore(Jdbi jdbi, Clock clock, UnaryOperator<LocalDate> yearBegins) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.yearBegins = yearBegins;
    }

    /**
     * Begins a copy of an org, or takes up one that was left unfinished.
     *
     * @throws io.fairpatch.error.FairpatchException SYNC_RUNNING when another one of this org is under way
     */
    public SnapshotLoad begin(SalesforceId org, Instant startedAt) {
        return SnapshotLoad.begin(jdbi, org, startedAt);
    }

    /** The last finished copy's run, if any. */
    public Optional<SyncRun> lastRun(SalesforceId org) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT id, started_at, finished_at, currency FROM sync_run
                        WHERE org_id = :org AND finished_at IS NOT NULL ORDER BY id DESC LIMIT 1
                        """)
                .bind("org", org.value())
                .map((row, context) -> new SyncRun(
                        row.getLong("id"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("finished_at").toInstant(),
                        row.getString("currency")))
                .findOne());
    }

    /** The last finished copy's run. @throws io.fairpatch.error.FairpatchException SYNC_NOTHING when there is none */
    public SyncRun requireRun(SalesforceId org) {
        return lastRun(org)
                .orElseThrow(() -> Problem.of(ErrorCode.SYNC_NOTHING, "The org " + org + " was not copied yet")
                        .maybe("run ./fairpatch sync first.")
                        .exception());
    }

    /**
     * The last finished copy, read at one moment.
     *
     * @throws io.fairpatch.error.FairpatchException SYNC_NOTHING when the org was never copied
     */
    public Snapshot load(SalesforceId org) {
        var run = requireRun(org);
        var today = LocalDate.now(clock);
        var rows = SnapshotRows.read(jdbi, org, yearBegins.apply(today));
        return new Snapshot(
                org,
                run.id(),
                run.startedAt(),
                windowEnd(rows.opportunities(), today),
                rows.accounts(),
                rows.opportunities(),
                rows.users(),
                RepRule.reps(rows.users(), rows.accounts(), rows.opportunities(), today));
    }

    /** One account of the last finished copy, with what files add to it; empty when the org has it no longer. */
    public Optional<Account> account(SalesforceId org, SalesforceId id) {
        return jdbi.withHandle(handle -> SnapshotRows.account(handle, org, id));
    }

    /** Last day whose deals count: today, or the newest close date of a data set that ends long ago. */
    public LocalDate windowEnd(SalesforceId org) {
        var newest = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT max(close_date) FROM opportunity WHERE org_id = :org AND deleted_at IS NULL AND closed")
                .bind("org", org.value())
                .mapTo(LocalDate.class)
                .findOne());
        return windowEnd(newest.stream(), LocalDate.now(clock));
    }

    /** What a run left out or mended, first come first. */
    public List<RefusedRow> refused(SalesforceId org, long run, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT object, record_id, field, value, reason, kept FROM refused_row
                        WHERE org_id = :org AND run_id = :run ORDER BY position LIMIT :most
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .bind("most", most)
                .map((row, context) -> new RefusedRow(
                        row.getString("object"),
                        row.getString("record_id"),
                        row.getString("field"),
                        row.getString("value"),
                        row.getString("reason"),
                        row.getBoolean("kept")))
                .list());
    }

    static LocalDate windowEnd(List<Opportunity> opportunities, LocalDate today) {
        return windowEnd(opportunities.stream().filter(Opportunity::closed).map(Opportunity::closeDate), today);
    }

    private static LocalDate windowEnd(Stream<LocalDate> closed, LocalDate today) {
        return closed.max(Comparator.naturalOrder())
                .filter(newest -> newest.isBefore(today.minusMonths(STALE_MONTHS)))
                .orElse(today);
    }
}
