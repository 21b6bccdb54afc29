package io.fairpatch.jobs;

import io.fairpatch.access.Person;
import io.fairpatch.commit.CommitRun;
import io.fairpatch.commit.CommitService;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.util.Map;

/** Starts commits: freezes what was approved, then writes it as a job. Thread-safe. */
@Singleton
public class Commits {
    private final CommitService commits;
    private final CurrentOrg current;
    private final Jobs jobs;
    private final WritePolicyConfig policy;

    Commits(CommitService commits, CurrentOrg current, Jobs jobs, WritePolicyConfig policy) {
        this.commits = commits;
        this.current = current;
        this.jobs = jobs;
        this.policy = policy;
    }

    /** A commit that was started, and the job that writes it. */
    public record Started(CommitRun run, JobView job) {}

    /**
     * Freezes the approved lines and submits the job that writes them; also the way to retry what was not written.
     *
     * @param version the version the person saw
     * @param fingerprint the fingerprint the person saw
     * @throws io.fairpatch.error.FairpatchException what {@link CommitService#start} throws
     */
    public Started start(SalesforceId org, String proposal, int version, String fingerprint, Person person) {
        var reader = current.connection().reader();
        var run = commits.start(org, proposal, version, fingerprint, person, policy, reader);
        var params = JobJson.write(Map.of("run", run.id(), "proposal", proposal));
        return new Started(run, jobs.submit(org.value(), JobKind.COMMIT, params, person.name()));
    }
}
