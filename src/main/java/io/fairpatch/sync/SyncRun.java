package io.fairpatch.sync;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgReader;
import io.fairpatch.store.ReadMode;
import io.fairpatch.store.SnapshotLoad;
import io.fairpatch.store.SnapshotTable;
import io.fairpatch.store.SyncCursor;
import io.fairpatch.store.SyncPart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run under way. */
final class SyncRun {
    private final RunJobs jobs;
    private final SnapshotLoad load;
    private final OrgView view;
    private final Schedule schedule;
    private final Progress progress;
    private final Clock clock;
    private final Window window;
    private final Reading reading;

    SyncRun(
            OrgReader reader,
            RunJobs jobs,
            SnapshotLoad load,
            OrgView view,
            Schedule schedule,
            Progress progress,
            Clock clock) {
        this.jobs = jobs;
        this.load = load;
        this.view = view;
        this.schedule = schedule;
        this.progress = progress;
        this.clock = clock;
        this.reading = new Reading(reader, jobs, load, view, progress);
        this.window = new Window(
                earlier(clock.instant(), view.time().plusMillis(999)).truncatedTo(ChronoUnit.MILLIS),
                Duration.ofMinutes(schedule.settings().overlapMinutes()));
    }

    /** If our clock is fast, the org may still write records with a stamp before our now. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    SyncReport report(SalesforceId org) {
        var cursors = load.cursors();
        var drift = drift(cursors);
        var wanted = wanted(cursors);
        Budget.check(view.limits(), load, wanted, schedule.settings());
        boolean goesOn = load.plan(wanted);
        progress.stage("Asking the org for " + wanted.size() + " lists");
        reading.all();
        Reconciling.missed(load).forEach(this::readMissed);
        checkSomething(org);
        progress.stage("Putting the copy in place");
        var rows = rows();
        var cleared = jobs.discard(load.parts());
        var deleted = load.publish(
                clock.instant(), rows, view.rates().own(), schedule.request().acceptDeletes());
        cleared.run();
        return new SyncReport(
                org,
                load.run(),
                schedule.now(),
                Duration.between(schedule.now(), clock.instant()).toMillis() / 1000.0,
                modes(),
                goesOn,
                rows,
                refused(),
                load.refused(),
                deleted,
                view.plans().stream().flatMap(plan -> plan.missing().stream()).toList(),
                view.unreadable(),
                drift);
    }

    private List<String> drift(Map<String, SyncCursor> cursors) {
        return view.plans().stream()
                .flatMap(plan -> SchemaDrift.between(cursors.get(plan.object().object()), plan).stream())
                .toList();
    }

    private List<SyncPart> wanted(Map<String, SyncCursor> cursors) {
        var parts = new ArrayList<SyncPart>();
        for (var plan : view.plans()) {
            var cursor = cursors.get(plan.object().object());
            var shape = view.shape(plan);
            for (var mode : schedule.modes(plan, shape, cursor)) {
                parts.add(part(plan, mode, shape, cursor == null ? window.upto() : cursor.upto()));
            }
        }
        return parts;
    }

    private SyncPart part(ReadPlan plan, ReadMode mode, String shape, Instant cursor) {
        var query =
                switch (mode) {
                    case FULL -> window.full(plan);
                    case CHANGES -> window.changes(plan, cursor);
                    case IDS -> window.ids(plan);
                };
        return new SyncPart(
                query.object(),
                plan.object().table(),
                mode,
                query.soql(),
                query.includeDeleted(),
                shape,
                plan.fieldTypes(),
                window.upto());
    }

    private void readMissed(Reconciling.Missed missed) {
        progress.stage("Reading what changed unnoticed: " + missed.changes().object());
        if (missed.many()) {
            var plan = view.plan(missed.changes().object());
            reading.also(part(plan, ReadMode.FULL, missed.changes().shape(), window.upto()));
        } else {
            reading.byIds(missed);
        }
    }

    private Map<String, Long> rows() {
        var rows = new LinkedHashMap<String, Long>();
        for (var part : load.parts()) {
            if (part.mode() != ReadMode.IDS && !readAgain(part)) {
                rows.merge(part.object(), load.progress(part).delivered(), Long::sum);
            }
        }
        return rows;
    }

    private Map<String, String> modes() {
        var modes = new LinkedHashMap<String, String>();
        for (var part : load.parts()) {
            modes.merge(part.object(), part.mode().name(), (one, other) -> one + "+" + other);
        }
        return modes;
    }

    private long refused() {
        return load.parts().stream()
                .filter(part -> !readAgain(part))
                .mapToLong(part -> load.progress(part).refused() - reading.outOfScope(part))
                .sum();
    }

    /** What changed of an object that is also read in full is not counted twice. */
    private boolean readAgain(SyncPart part) {
        return part.mode() == ReadMode.CHANGES
                && load.parts().stream()
                        .anyMatch(other ->
                                other.mode() == ReadMode.FULL && other.object().equals(part.object()));
    }

    /**
     * An org without accounts is nothing to plan on. Where the copy has some, that they are gone is refused as any other
     * loss is, unless a person took it on themselves.
     */
    private void checkSomething(SalesforceId org) {
        boolean nothing = load.parts().stream()
                .filter(part -> part.object().equals("Account") && part.mode() != ReadMode.CHANGES)
                .anyMatch(part -> load.progress(part).delivered() == 0);
        if (nothing && (schedule.request().acceptDeletes() || load.shown(SnapshotTable.ACCOUNT) == 0)) {
            throw Problem.of(ErrorCode.SYNC_NOTHING, "The org " + org + " shows no account to this user")
                    .because("an empty org and a missing right look the same; nothing was changed")
                    .maybe("give the integration user View All on Account.")
                    .exception();
        }
    }
}
