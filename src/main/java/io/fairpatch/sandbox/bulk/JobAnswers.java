package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.http.Response;
import java.util.Collection;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Answers that query and ingest jobs share. */
final class JobAnswers {
    private JobAnswers() {}

    static Response list(Collection<? extends BulkJob> jobs) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("done", true);
        answer.put("nextRecordsUrl", null);
        answer.put("records", jobs.stream().map(BulkJob::full).toList());
        return Response.json(answer);
    }

    static <T extends BulkJob> Response delete(T job, JobStore<T> jobs) {
        if (!job.state().isTerminal()) {
            throw job.wrongState("delete");
        }
        jobs.remove(job);
        return Response.empty(204);
    }
}
