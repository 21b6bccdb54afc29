package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.fault.FaultKind;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What all kinds of jobs answer alike: the list of them, one of them, its end. */
final class JobRoutes<J extends BulkJob> {
    private final String path;
    private final JobStore<J> jobs;

    /** @param path of the jobs, below the version */
    JobRoutes(String path, JobStore<J> jobs) {
        this.path = path;
        this.jobs = jobs;
    }

    void add(ApiRoutes api) {
        api.on("GET", path, this::list);
        api.on("GET", path + "/{job}", request -> Response.json(job(request).full()));
        api.on("DELETE", path + "/{job}", request -> delete(job(request)));
    }

    private Response list(Request request) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("done", true);
        answer.put("nextRecordsUrl", null);
        answer.put(
                "records",
                jobs.all().stream()
                        .map(BulkJob::full)
                        .filter(job -> isAskedFor(request, job))
                        .toList());
        return Response.json(answer);
    }

    /** No job here is split because a client asked for it: that is version 1.0. */
    private static boolean isAskedFor(Request request, Map<String, Object> job) {
        return Stream.of("jobType", "concurrencyMode").allMatch(name -> request.param(name)
                        .map(String.valueOf(job.get(name))::equalsIgnoreCase)
                        .orElse(true))
                && !request.param("isPkChunkingEnabled").orElse("").equals("true");
    }

    private Response delete(J job) {
        job.endForDeletion();
        jobs.remove(job);
        return Response.empty(204);
    }

    /** The job that a request names; the faults that strike the request strike it too. */
    J job(Request request) {
        var job = jobs.find(request.part("job"));
        if (request.fault(FaultKind.EXPIRED_RESULTS).isPresent()) {
            jobs.remove(job);
            throw ApiException.notFound();
        }
        job.strike(request.faults());
        return job;
    }
}
