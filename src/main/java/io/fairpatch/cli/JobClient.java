package io.fairpatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.jobs.JobKind;
import io.fairpatch.jobs.JobView;
import io.fairpatch.jobs.Jobs;
import io.micronaut.context.BeanLocator;
import java.util.Map;

/** Runs a use case as a job, in this process or in a service that shares the database, and shows how far it is. */
public final class JobClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jobs jobs;
    private final CurrentOrg org;
    private final Output output;

    public JobClient(BeanLocator beans, Output output) {
        this.jobs = beans.getBean(Jobs.class);
        this.org = beans.getBean(CurrentOrg.class);
        this.output = output;
    }

    /**
     * Runs a job on the current org and waits for its end.
     *
     * @return its result
     */
    public Map<String, Object> run(JobKind kind, Map<String, Object> params, String person) {
        jobs.start();
        return await(jobs.submit(org.require().id().value(), kind, write(params), person));
    }

    /**
     * Waits for the end of a submitted job, showing how far it is.
     *
     * @return its result
     */
    public Map<String, Object> await(JobView job) {
        var progress = output.progress();
        try {
            return read(jobs.await(job.id(), view -> show(view, progress)).result());
        } finally {
            progress.close();
        }
    }

    private static void show(JobView job, ProgressLine progress) {
        if (!job.stage().isEmpty()) {
            progress.stage(job.stage());
            progress.at(job.done(), job.total());
        }
    }

    private static String write(Map<String, Object> params) {
        try {
            return JSON.writeValueAsString(params);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Parameters of a job can't be kept", e);
        }
    }

    private static Map<String, Object> read(@org.jspecify.annotations.Nullable String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The result of a job is not readable", e);
        }
    }
}
