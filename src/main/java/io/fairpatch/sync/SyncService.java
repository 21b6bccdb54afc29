package io.fairpatch.sync;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.geo.Gazetteer;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgReader;
import io.fairpatch.store.SnapshotLoad;
import io.fairpatch.store.SnapshotStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies an org in full. Thread-safe; one copy of an org at a time. */
public final class SyncService {
    private final SnapshotStore store;

    public SyncService(SnapshotStore store) {
        this.store = store;
    }

    /**
     * Reads everything and then makes it visible at once. When it throws, the copy from before is untouched.
     *
     * @throws FairpatchException SYNC_FIELD_MISSING, SYNC_NOTHING, SYNC_RUNNING, ORG_RECORD_COUNT, or what the org
     *     throws
     */
    public SyncReport run(OrgReader reader, MappingConfig mapping, Progress progress, Clock clock) {
        var started = clock.instant();
        var org = reader.identity().id();
        progress.stage("Looking at the org's fields");
        var unreadable = new ArrayList<String>();
        var plans = plans(reader, mapping, unreadable);
        try (var load = store.begin(org, started)) {
            try {
                var copy = new Copy(reader, load, progress, org, started, clock);
                return copy.report(plans, unreadable);
            } catch (FairpatchException e) {
                load.fail(clock.instant(), e.problem().render());
                throw e;
            }
        }
    }

    private static List<ReadPlan> plans(OrgReader reader, MappingConfig mapping, List<String> unreadable) {
        var plans = new ArrayList<ReadPlan>();
        for (var object : SyncedObject.values()) {
            try {
                plans.add(ReadPlan.of(object, reader.describe(object.object()), mapping));
            } catch (FairpatchException e) {
                if (!object.optional() || !absent(e.code())) {
                    throw e;
                }
                unreadable.add(
                        object.object() + " could not be read: " + e.problem().what());
            }
        }
        return plans;
    }

    private static boolean absent(ErrorCode code) {
        return code == ErrorCode.ORG_RIGHTS || code == ErrorCode.ORG_REQUEST || code == ErrorCode.SYNC_FIELD_MISSING;
    }

    /** One run under way. */
    private record Copy(
            OrgReader reader, SnapshotLoad load, Progress progress, SalesforceId org, Instant started, Clock clock) {
        SyncReport report(List<ReadPlan> plans, List<String> unreadable) {
            var rows = new LinkedHashMap<String, Long>();
            long refused = 0;
            for (var plan : plans) {
                var sink = read(plan);
                rows.put(plan.object().object(), sink.rows());
                refused += sink.refused();
            }
            checkSomething(rows);
            progress.stage("Putting the copy in place");
            var finished = clock.instant();
            var deleted = deleted(plans, rows, finished);
            return new SyncReport(
                    org,
                    load.run(),
                    started,
                    Duration.between(started, clock.instant()).toMillis() / 1000.0,
                    rows,
                    refused,
                    load.refused(),
                    deleted,
                    plans.stream().flatMap(plan -> plan.missing().stream()).toList(),
                    unreadable);
        }

        private ObjectSink read(ReadPlan plan) {
            progress.stage(plan.object().sentence());
            var sink = new ObjectSink(plan, load, Gazetteer.get());
            sink.checkTotal(reader.query(plan.query(), sink, progress));
            return sink;
        }

        private Map<String, Long> deleted(List<ReadPlan> plans, Map<String, Long> rows, Instant finished) {
            var gone = load.publish(finished, rows);
            var deleted = new LinkedHashMap<String, Long>();
            for (var plan : plans) {
                Long count = gone.get(plan.object().table());
                if (count != null) {
                    deleted.put(plan.object().object(), count);
                }
            }
            return deleted;
        }

        private void checkSomething(Map<String, Long> rows) {
            if (rows.getOrDefault("Account", 0L) == 0) {
                throw Problem.of(ErrorCode.SYNC_NOTHING, "The org " + org + " shows no account to this user")
                        .because("an empty org and a missing right look the same; nothing was changed")
                        .maybe("give the integration user View All on Account.")
                        .exception();
            }
        }
    }
}
