package io.fairpatch.store;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
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
            put(part, direct);
        }
    }

    void moveCursors() {
        SyncCursors.move(transaction, org, parts, at);
    }

    private void put(SyncPart part, boolean direct) {
        String stage = part.stage(run);
        if (!direct) {
            transaction.execute(StageSql.create(part, stage));
            // its ids are all that statements choose by
            transaction.execute("ANALYZE " + stage + " (id)");
        }
        var staged = direct ? Staged.NEW : look(part, stage);
        long deleted = gone.getOrDefault(part.object(), 0L);
        long rows = direct ? inPlace(part) : merged(part, stage, staged);
        boolean left = gone.getOrDefault(part.object(), 0L) > deleted;
        touched |= rows > 0;
        // accounts that only changed have the same people and activities
        boolean same = part.table() == SnapshotTable.ACCOUNT && !staged.brings() && !left;
        changed |= rows > 0 && SUMMED.contains(part.table()) && !same;
        ownersToLookAt |= OWNERS.contains(part.table()) && rows > 0 && part.mode() == ReadMode.FULL
                || left && part.table() == SnapshotTable.USER;
    }

    /**
     * What waits of a part.
     *
     * @param brings whether records come that are not shown yet
     * @param buries whether some are said to be gone
     */
    private record Staged(boolean brings, boolean buries) {
        static final Staged NEW = new Staged(true, false);
        static final Staged IDS = new Staged(false, false);
    }

    private Staged look(SyncPart part, String stage) {
        return part.mode() == ReadMode.IDS
                ? Staged.IDS
                : transaction
                        .createQuery(StageSql.look(part, stage))
                        .bind("org", org.value())
                        .map((row, context) -> new Staged(row.getBoolean("brings"), row.getBoolean("buries")))
                        .one();
    }

    private long inPlace(SyncPart part) {
        transaction.execute("ANALYZE " + part.table().table());
        gone.putIfAbsent(part.object(), 0L);
        return 1;
    }

    private long merged(SyncPart part, String stage, Staged staged) {
        long deleted = 0;
        long rows = 0;
        if (part.mode() != ReadMode.IDS) {
            rows = update(staged.brings() ? StageSql.upsert(part, stage) : StageSql.update(part, stage))
                    .execute();
        }
        if (part.mode() == ReadMode.CHANGES) {
            deleted = staged.buries()
                    ? update(StageSql.bury(part, stage)).bind("at", at).execute()
                    : 0;
        } else {
            checkAbsent(part, stage);
            deleted = update(StageSql.markAbsent(part, stage))
                    .bind("at", at)
                    .bind("upto", part.upto())
                    .execute();
        }
        gone.merge(part.object(), deleted, Long::sum);
        return rows + deleted;
    }

    private Update update(String sql) {
        return transaction.createUpdate(sql).bind("org", org.value());
    }

    private void checkAbsent(SyncPart part, String stage) {
        var counts = transaction
                .createQuery(StageSql.countAbsent(part, stage))
                .bind("org", org.value())
                .bind("upto", part.upto())
                .map((row, context) -> new long[] {row.getLong("shown"), row.getLong("absent")})
                .one();
        if (!acceptDeletes && part.table().guarded() && counts[1] > MOST_GONE * counts[0]) {
            throw tooMany(part, counts[1], counts[0]);
        }
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
                        .filter(part -> isThere(part.stage(run)))
                        .flatMap(part -> UnknownOwners.of(transaction, org, part.stage(run)).stream())
                        .toList()
                : List.of();
    }

    private boolean isThere(String stage) {
        return transaction
                .createQuery("SELECT to_regclass(:stage) IS NOT NULL")
                .bind("stage", stage)
                .mapTo(Boolean.class)
                .one();
    }

    /** Drops the tables in which rows waited. */
    void forgetStages() {
        if (parts.isEmpty()) {
            return;
        }
        transaction.execute(parts.stream()
                .map(part -> part.stage(run))
                .collect(Collectors.joining(", ", "DROP TABLE IF EXISTS ", "")));
    }

    /** Sums up by account what may have changed; answers how many records went, by object. */
    Map<String, Long> engagement() {
        if (changed) {
            Engagement.replace(transaction, org);
        }
        return gone;
    }
}
