package io.fairpatch.sync;

import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.error.Category;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgReader;
import io.fairpatch.store.SnapshotLoad;
import io.fairpatch.store.SnapshotStore;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps the copy of an org up to date. Thread-safe; one sync of an org at a time. */
public final class SyncService {
    /** Failures that pass by themselves, or that a person mends outside of the org's data. */
    private static final Set<Category> PASSING =
            EnumSet.of(Category.LIMIT, Category.ACCESS, Category.INTERRUPTED, Category.INTERNAL);

    private final SnapshotStore store;
    private final ConnectorConfig.Sync settings;

    public SyncService(SnapshotStore store, ConnectorConfig.Sync settings) {
        this.store = store;
        this.settings = settings;
    }

    /**
     * Reads what changed, or everything where that is due, and then makes it visible at once. When it throws, the copy
     * from before and its cursors are untouched, and the next run goes on from the last stored page.
     *
     * @throws FairpatchException SYNC_FIELD_MISSING, SYNC_NOTHING, SYNC_RUNNING, SYNC_DELETES, SYNC_BUDGET,
     *     ORG_RECORD_COUNT, or what the org throws
     */
    public SyncReport run(
            OrgReader reader, MappingConfig mapping, SyncRequest request, Progress progress, Clock clock) {
        var started = clock.instant();
        var org = reader.identity().id();
        progress.stage("Looking at the org's fields");
        try (var calls = new SideBySide()) {
            // looked at while the database begins the run
            var view = calls.call(() -> OrgView.look(reader, mapping, calls));
            try (var load = store.begin(org, started)) {
                var jobs = new RunJobs(reader, calls, load);
                var schedule = new Schedule(settings, request, started);
                return finished(
                        load, () -> new SyncRun(reader, jobs, load, view.get(), schedule, progress, clock), org, clock);
            }
        }
    }

    /** ISO code of what all amounts of the last copy are in; empty when the org has one currency, or no copy is there. */
    public String currency(SalesforceId org) {
        return store.lastRun(org).map(run -> run.currency()).orElse("");
    }

    private static SyncReport finished(SnapshotLoad load, Supplier<SyncRun> run, SalesforceId org, Clock clock) {
        try {
            return run.get().report(org);
        } catch (FairpatchException e) {
            boolean resumable = PASSING.contains(e.code().category());
            load.fail(clock.instant(), e.problem().render(), resumable);
            throw e;
        }
    }
}
