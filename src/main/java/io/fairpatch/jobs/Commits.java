package io.fairpatch.jobs;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.CommitRun;
import io.fairpatch.commit.CommitService;
import io.fairpatch.commit.RunState;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Starts commits: freezes what was approved, then writes it as a job. Thread-safe. */
@Singleton
public class Commits {
    private final CommitService commits;
    private final CommitQueries queries;
    private final CurrentOrg current;
    private final Jobs jobs;
    private final WritePolicyConfig policy;

    Commits(CommitService commits, CommitQueries queries, CurrentOrg current, Jobs jobs, WritePolicyConfig policy) {
        this.commits = commits;
        this.queries = queries;
        this.current = current;
        this.jobs = jobs;
        this.policy = policy;
    }

    /** A commit that was started, and the job that writes it. */
    public record Started(CommitRun run, JobView job) {}

    /**
     * Freezes the approved lines and submits the job that writes them; also the way to retry what was not written. A
     * commit that was begun and interrupted is gone on with, not begun again.
     *
     * @param version the version the person saw
     * @param fingerprint the fingerprint the person saw
     * @throws io.fairpatch.error.FairpatchException what {@link CommitService#start} throws
     */
    public Started start(SalesforceId org, String proposal, int version, String fingerprint, Person person) {
        Rights.require(person, Action.COMMIT);
        return queries.latest(org, proposal)
                .filter(run -> run.state() == RunState.RUNNING
                        && run.version() == version
                        && run.fingerprint().equals(fingerprint))
                .map(run -> goOn(run, person))
                .orElseGet(() -> {
                    var reader = current.connection().reader();
                    var run = commits.start(org, proposal, version, fingerprint, person, policy, reader);
                    return submit(run, person);
                });
    }

    /** Whether a run is being written, or waits to be, by some process. */
    public boolean alive(CommitRun run) {
        return job(run).isPresent();
    }

    private Started goOn(CommitRun run, Person person) {
        return job(run).map(job -> new Started(run, job)).orElseGet(() -> submit(run, person));
    }

    private Started submit(CommitRun run, Person person) {
        var params = JobJson.write(Map.of("run", run.id(), "proposal", run.proposal()));
        return new Started(run, jobs.submit(run.org().value(), JobKind.COMMIT, params, person.name()));
    }

    private Optional<JobView> job(CommitRun run) {
        return jobs.current(run.org().value()).stream()
                .filter(job -> job.kind() == JobKind.COMMIT && job.params().contains('"' + run.id() + '"'))
                .findFirst();
    }
}
