package io.fairpatch.salesforce;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.org.BulkQuery;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of Bulk API 2.0 query jobs: create, wait for the end, remove. Thread-safe. */
final class BulkQueryJobs {
    private static final Logger LOG = LoggerFactory.getLogger(BulkQueryJobs.class);
    private static final double POLL_GROWTH = 1.5;
    private static final double POLL_JITTER = 0.2;
    private static final int MOST_UNKNOWN_STATES = 5;

    private final RestApi rest;
    private final Retries retries;
    private final Pace pace;

    BulkQueryJobs(RestApi rest, Retries retries, Pace pace) {
        this.rest = rest;
        this.retries = retries;
        this.pace = pace;
    }

    /** Empty when the org doesn't offer the object in bulk. */
    Optional<BulkJob> create(BulkQuery query) {
        var body = Json.write(Map.of(
                "operation", query.includeDeleted() ? "queryAll" : "query",
                "query", query.soql(),
                "contentType", "CSV",
                "columnDelimiter", "COMMA",
                "lineEnding", "LF"));
        return retries.repeat(() -> {
            try {
                var version = rest.version();
                var job = rest.send(Call.json("POST", RestApi.path(version, "/jobs/query"), body));
                return Optional.of(BulkJob.of(RestApi.required(job, "id", "a new query job"), job, version));
            } catch (RemoteException e) {
                if (e.kind() == FailureKind.NOT_IN_BULK) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Waits until the job is complete; a job that ends otherwise or doesn't end is a problem. */
    BulkJob await(BulkJob job, Progress progress) {
        var unknown = new AtomicInteger();
        var ended = poll(job, () -> {
            if (progress.stopRequested()) {
                throw stopped(job);
            }
            var now = look(job);
            if (!now.known() && unknown.incrementAndGet() >= MOST_UNKNOWN_STATES) {
                throw failed(now, "its state (" + now.state() + ") is none that we know");
            }
            return now;
        });
        if (!ended.terminal()) {
            throw failed(ended, "it hasn't ended after " + Pace.text(pace.jobPatience()));
        }
        if (!ended.complete()) {
            throw failed(ended, ended.error().isEmpty() ? "its state is " + ended.state() : ended.error());
        }
        return ended;
    }

    /** Stops and removes the job; it stays in the org for 7 days if that fails. */
    void remove(BulkJob job, boolean running) {
        if (running) {
            quietly(job, Call.json("PATCH", path(job), Json.write(Map.of("state", "Aborted"))));
        }
        quietly(job, Call.delete(path(job)));
    }

    private void quietly(BulkJob job, Call call) {
        try {
            rest.send(call);
        } catch (RemoteException | FairpatchException e) {
            LOG.debug("Query job {} wasn't cleared away, the org does so in 7 days: {}", job.id(), e.getMessage());
        }
    }

    static String path(BulkJob job) {
        return RestApi.path(job.apiVersion(), "/jobs/query/" + job.id());
    }

    static FairpatchException stopped(BulkJob job) {
        return Problem.of(ErrorCode.INTERRUPTED, "Reading was stopped; query job " + job.id() + " was removed.")
                .exception();
    }

    private BulkJob look(BulkJob job) {
        return retries.repeat(() -> BulkJob.of(job.id(), rest.send(Call.get(path(job))), job.apiVersion()));
    }

    private BulkJob poll(BulkJob job, dev.failsafe.function.CheckedSupplier<BulkJob> look) {
        var policy = RetryPolicy.<BulkJob>builder()
                .handleIf((state, error) -> error == null && !state.terminal())
                .withBackoff(pace.firstPoll(), pace.mostPoll(), POLL_GROWTH)
                .withJitter(POLL_JITTER)
                .withMaxAttempts(-1)
                .withMaxDuration(pace.jobPatience())
                .build();
        try {
            return Failsafe.with(policy).get(look);
        } catch (FailsafeException e) {
            Thread.currentThread().interrupt();
            throw Wire.interrupted("waiting for query job " + job.id(), e);
        }
    }

    private FairpatchException failed(BulkJob job, String why) {
        return Problem.of(ErrorCode.ORG_JOB_FAILED, "Query job " + job.id() + " brought no result.")
                .at(path(job))
                .because(why)
                .maybe("look at Bulk Data Load Jobs in the org's setup, then try again")
                .exception();
    }
}
