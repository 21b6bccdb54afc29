package io.fairpatch.sync;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.QueryJob;
import io.fairpatch.store.SnapshotLoad;
import io.fairpatch.store.SyncPart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The jobs in the org that bring the parts of one run. For one thread. */
final class RunJobs {
    private final OrgReader reader;
    private final SideBySide calls;
    private final SnapshotLoad load;
    private final Set<SyncPart> startedNow = new HashSet<>();

    RunJobs(OrgReader reader, SideBySide calls, SnapshotLoad load) {
        this.reader = reader;
        this.calls = calls;
        this.load = load;
    }

    /** Asks for all parts that were not asked for. Those that get a job keep it, even when another gets none. */
    void start(Collection<SyncPart> parts) {
        ask(parts).run();
    }

    /** The same, without waiting; what is answered waits and keeps the jobs. */
    Runnable ask(Collection<SyncPart> parts) {
        var asked = new LinkedHashMap<SyncPart, Supplier<QueryJob>>();
        for (var part : parts) {
            if (!load.progress(part).started()) {
                var query = of(part).query();
                asked.put(part, calls.call(() -> reader.start(query)));
            }
        }
        return () -> keep(asked);
    }

    private void keep(Map<SyncPart, Supplier<QueryJob>> asked) {
        var failures = new ArrayList<FairpatchException>();
        asked.forEach((part, answer) -> {
            try {
                var job = answer.get();
                load.started(part, job.id(), job.apiVersion());
                startedNow.add(part);
            } catch (FairpatchException e) {
                failures.add(e);
            }
        });
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    /** Keeps that parts are read without a job. */
    void without(Collection<SyncPart> parts) {
        load.startedWithoutJob(parts);
        startedNow.addAll(parts);
    }

    /** Whether this run, not an earlier one that it goes on with, made the part's job. */
    boolean startedNow(SyncPart part) {
        return startedNow.contains(part);
    }

    /** The job of a part, where its reading stands. */
    QueryJob of(SyncPart part) {
        var stands = load.progress(part);
        return new QueryJob(
                new BulkQuery(part.object(), part.soql(), part.includeDeleted()),
                stands.jobId(),
                stands.apiVersion(),
                stands.locator(),
                stands.delivered());
    }

    /** Begins to clear those of some parts away; what is answered waits for it. */
    Runnable discard(Collection<SyncPart> parts) {
        return calls.all(parts.stream()
                .map(this::of)
                .map(job -> (Runnable) () -> reader.discard(job))
                .toList());
    }
}
