package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.fault.FaultKind;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.limit.Limit;
import io.fairpatch.sandbox.limit.Limits;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.soql.BoundQuery;
import io.fairpatch.sandbox.soql.Soql;
import io.fairpatch.sandbox.soql.SoqlException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Bulk API 2.0 queries. */
public final class QueryJobsApi {
    private static final Set<String> OPERATIONS = Set.of("query", "queryAll");
    private static final int DEFAULT_PAGE = 50_000;
    private static final int MOST_RESULT_PAGES = 5;

    private final Org org;
    private final Soql soql;
    private final JobRunner runner;
    private final Pace pace;
    private final Sessions sessions;
    private final JobStore<QueryJob> jobs;
    private final JobRoutes<QueryJob> common;
    private final Limits limits;

    public QueryJobsApi(Org org, Soql soql, JobRunner runner, Pace pace, Sessions sessions, JobIds ids, Limits limits) {
        this.org = org;
        this.soql = soql;
        this.runner = runner;
        this.pace = pace;
        this.sessions = sessions;
        this.limits = limits;
        this.jobs = new JobStore<>(ids::job);
        this.common = new JobRoutes<>("/jobs/query", jobs);
    }

    public void routes(ApiRoutes api) {
        api.on("POST", "/jobs/query", this::create);
        common.add(api);
        api.on("PATCH", "/jobs/query/{job}", this::patch);
        api.on("GET", "/jobs/query/{job}/results", this::results);
        api.on("GET", "/jobs/query/{job}/resultPages", this::resultPages);
    }

    private Response create(Request request) throws IOException {
        var body = request.json();
        var operation = body.path("operation").asText();
        if (!OPERATIONS.contains(operation)) {
            throw new ApiException(400, "INVALIDJOB", "Unsupported operation for a query job: " + operation);
        }
        var query = bind(body.path("query").asText(), sessions.userId(request));
        checkAllowed(query.table().type().name());
        var head = new JobHead(
                jobs.newId(),
                request.version(),
                operation,
                query.table().type(),
                sessions.userId(request),
                org.clock().instant(),
                Dialect.of(body));
        var job = new QueryJob(head, query, pace, org.clock());
        job.strike(request.faults());
        jobs.add(job);
        var answer = Response.json(job.brief());
        runner.start(job);
        return answer;
    }

    private void checkAllowed(String object) {
        if (!org.rules().bulkTakes(object)) {
            throw new ApiException(
                    400, "INVALIDENTITY", "InvalidEntity : Entity '" + object + "' is not supported by the Bulk API.");
        }
        if (!limits.use(Limit.BULK_QUERY_JOBS, 1)) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "Max bulk v2 query jobs (%d) per 24 hrs has been reached"
                            .formatted(limits.most(Limit.BULK_QUERY_JOBS)));
        }
    }

    private BoundQuery bind(String text, String userId) {
        try {
            return soql.bindForBulk(text, userId);
        } catch (SoqlException e) {
            throw new ApiException(400, e.errorCode(), Objects.requireNonNullElse(e.getMessage(), ""));
        }
    }

    private Response patch(Request request) throws IOException {
        var job = common.job(request);
        if (!request.json().path("state").asText().equals(JobState.ABORTED.label())) {
            throw new ApiException(400, "INVALIDJOBSTATE", "A query job can only be aborted");
        }
        job.abort();
        return Response.json(job.full());
    }

    private Response results(Request request) {
        var job = finished(request);
        int asked =
                request.param("locator").map(text -> Locator.start(text, job)).orElse(0);
        int again = request.fault(FaultKind.DUPLICATE_PAGE)
                .map(fault -> fault.number("rows", 1))
                .orElse(0);
        int start = Math.max(0, asked - again);
        int end = Math.min(job.size(), asked + pageSize(request));
        int counted = end
                - start
                + request.fault(FaultKind.WRONG_COUNT)
                        .map(fault -> fault.number("by", 1))
                        .orElse(0);
        boolean reversed = request.fault(FaultKind.REORDERED).isPresent();
        return Response.of(200, "text/csv; charset=UTF-8", out -> job.write(out, start, end, reversed))
                .with("Sforce-NumberOfRecords", String.valueOf(counted))
                .with("Sforce-Locator", end < job.size() ? Locator.of(job, end) : "null");
    }

    private Response resultPages(Request request) {
        var job = finished(request);
        int page = pageSize(request);
        int start =
                request.param("locator").map(text -> Locator.start(text, job)).orElse(0);
        var self = request.base() + "/jobs/query/" + job.head().id();
        var pages = new ArrayList<Map<String, String>>();
        for (; pages.size() < MOST_RESULT_PAGES && (start < job.size() || start == 0); start += page) {
            pages.add(
                    Map.of("resultLink", self + "/results?locator=" + Locator.of(job, start) + "&maxRecords=" + page));
        }
        boolean done = start >= job.size();
        return Response.json(
                done
                        ? Json.object("resultPages", pages, "done", true)
                        : Json.object(
                                "resultPages",
                                pages,
                                "nextRecordsUrl",
                                self + "/resultPages?locator=" + Locator.of(job, start),
                                "done",
                                false));
    }

    private QueryJob finished(Request request) {
        var job = common.job(request);
        if (!job.head().apiVersion().equals(request.version())) {
            throw new ApiException(
                    409,
                    "API_ERROR",
                    "Results must be fetched with API version %s, the version the job was created with"
                            .formatted(job.head().apiVersion()));
        }
        if (job.state() != JobState.JOB_COMPLETE) {
            throw job.wrongState("fetch results of");
        }
        return job;
    }

    private static int pageSize(Request request) {
        var text = request.param("maxRecords").orElse(String.valueOf(DEFAULT_PAGE));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) == 0) {
            throw new ApiException(400, "API_ERROR", "maxRecords must be a number above 0, not " + text);
        }
        return Integer.parseInt(text);
    }
}
