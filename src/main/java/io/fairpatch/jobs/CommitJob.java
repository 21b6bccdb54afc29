package io.fairpatch.jobs;

import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.CommitService;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;

/** Writes a commit run, or goes on with it after a crash. Parameter: {@code run}. */
@Singleton
class CommitJob implements JobRunner {
    private final CommitService commits;
    private final CommitQueries queries;
    private final CurrentOrg current;
    private final WritePolicyConfig policy;

    CommitJob(CommitService commits, CommitQueries queries, CurrentOrg current, WritePolicyConfig policy) {
        this.commits = commits;
        this.queries = queries;
        this.current = current;
        this.policy = policy;
    }

    @Override
    public JobKind kind() {
        return JobKind.COMMIT;
    }

    @Override
    public String run(JobView job, Progress progress) {
        var org = SalesforceId.of(job.orgId());
        var id = String.valueOf(JobJson.read(job.params()).get("run"));
        var run = commits.run(org, id, current.connection(), policy, progress);
        var result = new LinkedHashMap<String, Object>();
        result.put("run", run.id());
        result.put("proposal", run.proposal());
        result.put("state", run.state().name());
        result.put("counts", queries.counts(org, run.id()));
        if (run.problem() != null) {
            result.put("problem", run.problem());
        }
        return JobJson.write(result);
    }
}
