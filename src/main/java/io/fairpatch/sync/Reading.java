package io.fairpatch.sync;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.org.OrgReader;
import io.fairpatch.store.PartProgress;
import io.fairpatch.store.ReadMode;
import io.fairpatch.store.SnapshotLoad;
import io.fairpatch.store.SyncPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the rows of all parts of a run into the load. For one thread. */
final class Reading {
    /** Rows of a list that is read without a job: one page of the org's query call. */
    private static final int FEW = 2_000;

    private final OrgReader reader;
    private final RunJobs jobs;
    private final SnapshotLoad load;
    private final OrgView view;
    private final Progress progress;
    private final Map<SyncPart, RowCells> cells = new HashMap<>();

    Reading(OrgReader reader, RunJobs jobs, SnapshotLoad load, OrgView view, Progress progress) {
        this.reader = reader;
        this.jobs = jobs;
        this.load = load;
        this.view = view;
        this.progress = progress;
    }

    /** Reads what was not read yet. */
    void all() {
        try (var calls = new SideBySide();
                var ahead = new ReadAhead(reader, calls, progress)) {
            var few = few();
            var many = load.parts().stream()
                    .filter(part -> !few.contains(part) && !load.progress(part).done())
                    .toList();
            // jobs first: the org works on them while it answers the short lists, which nothing waits for yet
            var started = jobs.ask(many);
            many.forEach(load::expect);
            started.run();
            few.forEach(part -> ahead.askWithoutJob(part, jobs.of(part).query(), FEW));
            // the first is read by this thread meanwhile
            many.stream().skip(1).filter(this::seemsShort).forEach(part -> ahead.ask(part, jobs.of(part)));
            many.forEach(part -> read(part, ahead));
            jobs.without(ahead.there());
            jobs.start(load.parts());
            load.parts().forEach(part -> read(part, ahead));
        }
    }

    /** Short lists are asked for without a job; one that proves long gets its job after the others. */
    private List<SyncPart> few() {
        var sizes = load.lastSizes();
        return load.parts().stream()
                .filter(part -> !load.progress(part).started() && seemsShort(part) && sizes.expected(part) <= FEW)
                .toList();
    }

    private boolean seemsShort(SyncPart part) {
        return part.mode() == ReadMode.CHANGES
                || view.plan(part.object()).object().alwaysInFull();
    }

    private void read(SyncPart part, ReadAhead ahead) {
        PartProgress stood = load.progress(part);
        if (stood.done()) {
            return;
        }
        try {
            readOn(part, ahead);
        } catch (FairpatchException e) {
            if (!Objects.gone(e.code())) {
                throw e;
            }
            boolean startedNow = jobs.startedNow(part);
            var again = forgetJobs(ahead);
            // a job of an earlier run may have failed, or been given up, for a reason that is over
            if (startedNow) {
                throw e;
            }
            progress.stage("The org no longer has the results of " + part.object() + "; reading it anew");
            jobs.start(again);
            readOn(part, ahead);
        }
    }

    /** What became of one job may become of the others of its time, and none is waited for twice. */
    private List<SyncPart> forgetJobs(ReadAhead ahead) {
        load.dropPage();
        ahead.forget();
        var open = load.parts().stream()
                .filter(part -> !load.progress(part).done())
                .toList();
        jobs.discard(open).run();
        open.forEach(load::restart);
        return open;
    }

    private void readOn(SyncPart part, ReadAhead ahead) {
        var plan = view.plan(part.object());
        progress.stage(plan.object().sentence());
        var sink = new ObjectSink(part, plan, load, cellsOf(part));
        long total = ahead.take(part, sink).orElseGet(() -> reader.read(jobs.of(part), sink, progress));
        var stands = load.progress(part);
        if (total != stands.staged() + stands.refused()) {
            throw ObjectSink.counts("all pages of " + part.object(), total, stands.staged() + stands.refused());
        }
        load.ended(part);
    }

    private RowCells cellsOf(SyncPart part) {
        return cells.computeIfAbsent(part, key -> view.cells(view.plan(key.object())));
    }

    /** Reads all of an object, after its changes alone were planned. */
    void also(SyncPart full) {
        load.add(full);
        jobs.start(List.of(full));
        try (var calls = new SideBySide();
                var ahead = new ReadAhead(reader, calls, progress)) {
            read(full, ahead);
        }
    }

    /** Adds records that the windows missed to what changed. */
    void byIds(Reconciling.Missed missed) {
        var plan = view.plan(missed.changes().object());
        Reconciling.readByIds(reader, load, missed, plan, cellsOf(missed.changes()));
    }

    /** Rows of a part that are not of our concern. */
    long outOfScope(SyncPart part) {
        var read = cells.get(part);
        return read == null ? 0 : read.outOfScope();
    }
}
