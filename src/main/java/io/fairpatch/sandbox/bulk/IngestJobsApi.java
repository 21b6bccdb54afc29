package io.fairpatch.sandbox.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Multipart;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.limit.Limits;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;

/** Bulk API 2.0 writes. */
public final class IngestJobsApi {
    private static final int MOST_BYTES = 150_000_000;
    private static final String CSV = "text/csv; charset=UTF-8";

    private final Org org;
    private final RecordWriter writer;
    private final JobRunner runner;
    private final Pace pace;
    private final Sessions sessions;
    private final JobStore<IngestJob> jobs;
    private final JobRoutes<IngestJob> common;
    private final Limits limits;

    public IngestJobsApi(
            Org org, RecordWriter writer, JobRunner runner, Pace pace, Sessions sessions, JobIds ids, Limits limits) {
        this.org = org;
        this.writer = writer;
        this.runner = runner;
        this.pace = pace;
        this.sessions = sessions;
        this.limits = limits;
        this.jobs = new JobStore<>(ids::job);
        this.common = new JobRoutes<>("/jobs/ingest", jobs);
    }

    public void routes(ApiRoutes api) {
        api.on("POST", "/jobs/ingest", this::create);
        common.add(api);
        api.on("PUT", "/jobs/ingest/{job}/batches", this::upload);
        api.on("PATCH", "/jobs/ingest/{job}", this::patch);
        api.on("GET", "/jobs/ingest/{job}/successfulResults", request -> results(request, true));
        api.on("GET", "/jobs/ingest/{job}/failedResults", request -> results(request, false));
        api.on("GET", "/jobs/ingest/{job}/unprocessedrecords", this::unprocessed);
        api.on("GET", "/jobs/ingest/{job}/unprocessedRecords", this::unprocessed);
    }

    private Response create(Request request) throws IOException {
        var contentType = Objects.requireNonNullElse(request.header("Content-Type"), "");
        if (!contentType.startsWith("multipart/")) {
            var job = add(request, request.json());
            return Response.json(job.brief());
        }
        var parts = Multipart.parts(contentType, request.body().readAllBytes());
        var content = parts.get("content");
        var description = parts.get("job");
        if (content == null || description == null) {
            throw new ApiException(400, "INVALIDJOB", "the parts job and content are required");
        }
        var job = add(request, Json.read(new ByteArrayInputStream(description)));
        job.upload(content);
        start(job);
        return Response.json(job.brief());
    }

    private IngestJob add(Request request, JsonNode body) {
        var name = body.path("object").asText();
        var type = org.schema()
                .object(name)
                .filter(known -> org.rules().bulkTakes(known.name()))
                .orElseThrow(() -> new ApiException(
                        400,
                        "INVALIDENTITY",
                        "InvalidEntity : Entity '" + name + "' is not supported by the Bulk API."));
        var head = new JobHead(
                jobs.newId(),
                request.version(),
                body.path("operation").asText(),
                type,
                sessions.userId(request),
                org.clock().instant(),
                Dialect.of(body));
        var job = new IngestJob(head, IngestSpec.of(body, type, request.client()), pace, org, writer, limits);
        job.strike(request.faults());
        jobs.add(job);
        return job;
    }

    private void start(IngestJob job) {
        job.complete();
        runner.start(job);
    }

    private Response upload(Request request) throws IOException {
        var job = common.job(request);
        var content = request.body().readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw new ApiException(400, "EXCEEDEDQUOTA", "The content exceeds the maximum size of 150 MB");
        }
        job.upload(content);
        return Response.empty(201);
    }

    private Response patch(Request request) throws IOException {
        var job = common.job(request);
        var state = request.json().path("state").asText();
        if (state.equals(JobState.UPLOAD_COMPLETE.label())) {
            start(job);
        } else if (state.equals(JobState.ABORTED.label())) {
            job.abort();
        } else {
            throw new ApiException(400, "INVALIDJOBSTATE", "A job cannot be set to state '" + state + "'");
        }
        return Response.json(job.brief());
    }

    private Response results(Request request, boolean successes) {
        var job = ended(request);
        return Response.of(200, CSV, out -> job.results(out, successes));
    }

    private Response unprocessed(Request request) {
        return Response.of(200, CSV, ended(request)::unprocessed);
    }

    private IngestJob ended(Request request) {
        var job = common.job(request);
        if (!job.state().isTerminal()) {
            throw job.wrongState("fetch results of");
        }
        return job;
    }
}
