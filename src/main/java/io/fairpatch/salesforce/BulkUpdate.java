package io.fairpatch.salesforce;

import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.WriteJob;
import io.fairpatch.org.WriteJobStatus;
import io.fairpatch.org.WriteJobStatus.State;
import io.fairpatch.org.WriteResult;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes by Bulk API 2.0 ingest jobs. Keeps no state between calls. Thread-safe. */
final class BulkUpdate implements OrgWriter {
    private static final Set<String> FORGOTTEN = Set.of("NOT_FOUND", "INVALIDJOB");

    private final RestApi rest;
    private final Retries retries;

    BulkUpdate(RestApi rest, Retries retries) {
        this.rest = rest;
        this.retries = retries;
    }

    @Override
    public WriteJob createUpdate(String object) {
        var body = Json.write(Map.of(
                "object", object,
                "operation", "update",
                "contentType", "CSV",
                "columnDelimiter", "COMMA",
                "lineEnding", "LF"));
        return retries.repeat(() -> {
            var version = rest.version();
            var job = rest.send(Call.json("POST", RestApi.path(version, "/jobs/ingest"), body));
            return new WriteJob(RestApi.required(job, "id", "a new update job"), object, version);
        });
    }

    @Override
    public void upload(WriteJob job, List<String> fields, List<Map<String, String>> rows) {
        var path = path(job) + "/batches";
        var csv = UpdateCsv.of(path, fields, rows);
        // the org refuses a second upload to the same job, so a lost answer is not to be repeated
        retries.onlyOnce(() -> rest.send(Call.csv(path, csv)));
    }

    @Override
    public void complete(WriteJob job) {
        retries.onlyOnce(() -> rest.send(move(job, "UploadComplete")));
    }

    @Override
    public WriteJobStatus status(WriteJob job) {
        return retries.repeat(() -> {
            try {
                return now(job);
            } catch (RemoteException e) {
                if (FORGOTTEN.contains(e.failure().orgCode())) {
                    return new WriteJobStatus(State.GONE, 0, 0, null);
                }
                throw e;
            }
        });
    }

    private WriteJobStatus now(WriteJob job) {
        var now = BulkJob.of(job.id(), rest.send(Call.get(path(job))), job.apiVersion());
        return new WriteJobStatus(
                state(job, now.state()),
                now.processed(),
                now.failed(),
                now.error().isEmpty() ? null : now.error());
    }

    @Override
    public List<WriteResult> results(WriteJob job) {
        return new IngestResults(rest.transport(), retries).read(path(job));
    }

    @Override
    public void abort(WriteJob job) {
        if (status(job).state().terminal()) {
            return;
        }
        retries.repeat(() -> {
            try {
                return rest.send(move(job, "Aborted"));
            } catch (RemoteException e) {
                // the job may have ended between the look and the call
                if (e.kind() == FailureKind.REQUEST && status(job).state().terminal()) {
                    return Json.lenient("");
                }
                throw e;
            }
        });
    }

    private static Call move(WriteJob job, String state) {
        return Call.json("PATCH", path(job), Json.write(Map.of("state", state)));
    }

    private static String path(WriteJob job) {
        return RestApi.path(job.apiVersion(), "/jobs/ingest/" + job.id());
    }

    private static State state(WriteJob job, String text) {
        return switch (text) {
            case "Open" -> State.OPEN;
            case "UploadComplete" -> State.UPLOAD_COMPLETE;
            case "InProgress" -> State.IN_PROGRESS;
            case "JobComplete" -> State.JOB_COMPLETE;
            case "Failed" -> State.FAILED;
            case "Aborted" -> State.ABORTED;
            default ->
                throw new RemoteFailure(
                                FailureKind.ANSWER,
                                "Job " + job.id() + " is in a state (" + text + ") that we don't know.",
                                path(job),
                                "",
                                "",
                                true)
                        .exception();
        };
    }
}
