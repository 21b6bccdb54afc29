package io.fairpatch.jobs;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.sync.SyncRequest;
import io.fairpatch.sync.SyncService;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;

/** Keeps the copy of the org up to date. */
@Singleton
class SyncJob implements JobRunner {
    private final SyncService sync;
    private final CurrentOrg current;
    private final MappingConfig mapping;
    private final CrmFeedback feedback;
    private final Clock clock;

    SyncJob(SyncService sync, CurrentOrg current, MappingConfig mapping, CrmFeedback feedback, Clock clock) {
        this.feedback = feedback;
        this.sync = sync;
        this.current = current;
        this.mapping = mapping;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.SYNC;
    }

    @Override
    public String run(JobView job, Progress progress) {
        var reader = current.connection().reader();
        var answers = reader.identity();
        if (!answers.id().value().equals(job.orgId())) {
            throw Problem.of(ErrorCode.ORG_SIGN_IN, "Another org answers than the one this sync is for")
                    .at(answers.instanceUrl())
                    .because("wanted " + job.orgId() + ", got " + answers.id() + " (" + answers.name() + ")")
                    .maybe("check org.url in connector.yml")
                    .exception();
        }
        var params = JobJson.read(job.params());
        var request = new SyncRequest(
                Boolean.TRUE.equals(params.get("full")), Boolean.TRUE.equals(params.get("acceptDeletes")));
        var report = sync.run(reader, mapping, request, progress, clock);
        var result = new LinkedHashMap<String, Object>();
        result.put("copy", report.run());
        result.put("modes", report.modes());
        result.put("resumed", report.resumed());
        result.put("rows", report.rows());
        result.put("refused", report.refused());
        result.put("notes", report.notes());
        result.put("deleted", report.deleted());
        result.put("missing", report.missing());
        result.put("unreadable", report.unreadable());
        result.put("drift", report.drift());
        result.put("feedback", feedback.take(reader, answers.id(), progress));
        result.put("seconds", report.seconds());
        return JobJson.write(result);
    }
}
