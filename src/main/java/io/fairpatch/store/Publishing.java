package io.fairpatch.store;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Puts the rows of a run in place, within one transaction. */
final class Publishing {
    private static final double MOST_GONE = 0.02;
    /** Of so few rows the planner guesses well enough by the size of their table. */
    private static final int FEW = 20_000;

    private static final Set<SnapshotTable> SUMMED = EnumSet.of(
            SnapshotTable.ACCOUNT,
            SnapshotTable.OPPORTUNITY,
            SnapshotTable.CONTACT,
            SnapshotTable.TASK,
            SnapshotTable.EVENT);
    private static final Set<SnapshotTable> OWNERS = EnumSet.of(SnapshotTable.ACCOUNT, SnapshotTable.USER);

    private final Handle transaction;
    private final SalesforceId org;
    private final long run;
    private final Instant at;
    private final boolean acceptDeletes;
    private final Map<String, Long> gone = new LinkedHashMap<>();
    private final List<SyncPart> parts = new ArrayList<>();
    /** Those whose rows waited in a table of the run. */
    private final Set<SyncPart> waited = new HashSet<>();

    /** Whether what is summed up by account may differ. */
    private boolean changed;

    private boolean touched;
    /** Whether accounts that did not change may have lost their owner. */
    private boolean ownersToLookAt;

    Publishing(Handle transaction, SalesforceId org, long run, Instant at, boolean acceptDeletes) {
        this.transaction = transaction;
        this.org = org;
        this.run = run;
        this.at = at;
        this.acceptDeletes = acceptDeletes;
    }

    /**
     * @param direct whether the rows are in the table already
     * @param staged how many rows wait elsewhere
     */
    void put(SyncPart part, boolean direct, long staged) {
        parts.add(part);
        if (!direct && staged == 0 && part.mode() == ReadMode.CHANGES) {
            gone.merge(part.object(), 0L, Long::sum);
        } else {
            merge(part, direct, staged);
        }
    }

    void moveCursors() {
        SyncCursors.move(transaction, org, parts, at);
    }

    private void merge(SyncPart part, boolean direct, long staged) {
        long deleted = gone.getOrDefault(part.object(), 0L);
        var put = direct ? inPlace(part) : merged(part, staged);
        boolean left = gone.getOrDefault(part.object(), 0L) > deleted;
        touched |= put.rows() > 0;
        // accounts that only changed have the same people and activities
        boolean same = part.table() == SnapshotTable.ACCOUNT && !put.brings() && !left;
        changed |= put.rows() > 0 && SUMMED.contains(part.table()) && !same;
        ownersToLookAt |= OWNERS.contains(part.table()) && put.rows() > 0 && part.mode() == ReadMode.FULL
                || left && part.table() == SnapshotTable.USER;
    }

    /**
     * What was put in place of a part.
     *
     * @param rows records that differ from before
     * @param brings whether some were not shown before
     */
    private record Put(long rows, boolean brings) {}

    private Put inPlace(SyncPart part) {
        transaction.execute("ANALYZE " + part.table().table());
        gone.putIfAbsent(part.object(), 0L);
        return new Put(1, true);
    }

    private Put merged(SyncPart part, long staged) {
        // where nothing waits there may be no table
        String stage = staged == 0 ? StageSql.NOTHING : part.stage(run);
        waited.add(part);
        if (staged > FEW) {
            // its ids are all that statements choose by
            transaction.execute("ANALYZE " + stage + " (id)");
        }
        if (part.mode() == ReadMode.IDS) {
            return new Put(absent(part, stage), false);
        }
        var waits = staged == 0 ? Waiting.NOTHING : look(stage);
        long updated = waits.shown() == 0
                ? 0
                : update(StageSql.update(part, stage))
                        .bind("lowest", waits.lowest())
                        .bind("highest", waits.highest())
                        .execute();
        long brought =
                updated < waits.shown() ? update(StageSql.bring(part, stage)).execute() : 0;
        long deleted = part.mode() == ReadMode.FULL ? absent(part, stage) : buried(part, stage, waits.buries());
        return new Put(updated + brought + deleted, brought > 0);
    }

    /**
     * What waits of a part.
     *
     * @param shown rows of records that the org shows
     * @param buries whether some are said to be gone
     * @param lowest the first of their ids
     * @param highest the last of them
     */
    private record Waiting(long shown, boolean buries, String lowest, String highest) {
        static final Waiting NOTHING = new Waiting(0, false, "", "");
    }

    private Waiting look(String stage) {
        return transaction
                .createQuery(StageSql.look(stage))
                .map((row, context) -> new Waiting(
                        row.getLong("shown"),
                        row.getBoolean("buries"),
                        row.getString("lowest"),
                        row.getString("highest")))
                .one();
    }

    private long buried(SyncPart part, String stage, boolean some) {
        long deleted = some ? update(StageSql.bury(part, stage)).bind("at", at).execute() : 0;
        gone.merge(part.object(), deleted, Long::sum);
        return deleted;
    }

    private long absent(SyncPart part, String stage) {
        long deleted = 0;
        if (countAbsent(part, stage) > 0) {
            deleted = update(StageSql.markAbsent(part, stage))
                    .bind("at", at)
                    .bind("upto", part.upto())
                    .execute();
        }
        gone.merge(part.object(), deleted, Long::sum);
        return deleted;
    }

    private Update update(String sql) {
        return transaction.createUpdate(sql).bind("org", org.value());
    }

    private long countAbsent(SyncPart part, String stage) {
        var counts = transaction
                .createQuery(StageSql.countAbsent(part, stage))
                .bind("org", org.value())
                .bind("upto", part.upto())
                .map((row, context) -> new long[] {row.getLong("shown"), row.getLong("absent")})
                .one();
        if (!acceptDeletes && part.table().guarded() && counts[1] > MOST_GONE * counts[0]) {
            throw tooMany(part, counts[1], counts[0]);
        }
        return counts[1];
    }

    private static RuntimeException tooMany(SyncPart part, long absent, long shown) {
        return Problem.of(
                        ErrorCode.SYNC_DELETES,
                        String.format(
                                Locale.ROOT,
                                "The org no longer shows %d of %d records of %s (%.1f %%); more than 2 %% are not taken for deleted unasked",
                                absent,
                                shown,
                                part.object(),
                                100.0 * absent / shown))
                .at(part.object())
                .because("records that were deleted and records that this user may no longer see look the same;"
                        + " nothing was changed")
                .maybe("check that the integration user still has View All on " + part.object()
                        + "; if the records are really gone, run ./fairpatch sync --full --accept-deletes.")
                .exception();
    }

    /** Notes of accounts whose owner is not known: those that changed, or all where any may have lost theirs. */
    List<RefusedRow> unknownOwners() {
        if (ownersToLookAt) {
            return UnknownOwners.of(transaction, org, "");
        }
        return touched
                ? parts.stream()
                        .filter(part -> part.table() == SnapshotTable.ACCOUNT && part.mode() == ReadMode.CHANGES)
                        .filter(waited::contains)
                        .flatMap(part -> UnknownOwners.of(transaction, org, part.stage(run)).stream())
                        .toList()
                : List.of();
    }

    /** Drops the tables in which rows waited, or might have. */
    void forgetStages() {
        if (!parts.isEmpty()) {
            transaction.execute(parts.stream()
                    .map(part -> part.stage(run))
                    .collect(Collectors.joining(", ", "DROP TABLE IF EXISTS ", "")));
        }
    }

    /** Sums up by account what may have changed; answers how many records went, by object. */
    Map<String, Long> engagement() {
        if (changed) {
            Engagement.replace(transaction, org);
        }
        return gone;
    }
}
