package io.fairpatch.jobs;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.CommitRun;
import io.fairpatch.commit.CommitService;
import io.fairpatch.commit.RunState;
import io.fairpatch.config.CalendarConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgLimit;
import jakarta.inject.Singleton;
import java.time.Clock;
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
    private final CalendarConfig calendar;
    private final Clock clock;

    Commits(
            CommitService commits,
            CommitQueries queries,
            CurrentOrg current,
            Jobs jobs,
            WritePolicyConfig policy,
            CalendarConfig calendar,
            Clock clock) {
        this.commits = commits;
        this.queries = queries;
        this.current = current;
        this.jobs = jobs;
        this.policy = policy;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A commit that was started, and the job that writes it. */
    public record Started(CommitRun run, JobView job) {}

    /**
     * Freezes the approved lines and submits the job that writes them; also the way to retry what was not written. A
     * commit that was begun and interrupted is gone on with, not begun again.
     *
     * @param version the version the person saw
     * @param fingerprint the fingerprint the person saw
     * @param insisting whether the person wants it in quiet hours too
     * @throws io.fairpatch.error.FairpatchException what {@link CommitService#start} throws, and QUIET_HOURS
     */
    public Started start(
            SalesforceId org, String proposal, int version, String fingerprint, Person person, boolean insisting) {
        Rights.require(person, Action.COMMIT);
        requireLoud(insisting);
        var running = running(org, proposal, version, fingerprint);
        return running.isPresent() ? goOn(running.get(), person) : begin(org, proposal, version, fingerprint, person);
    }

    /** Whoever comes second, by a second click or from another tab, joins the run of whoever came first. */
    private Started begin(SalesforceId org, String proposal, int version, String fingerprint, Person person) {
        try {
            var reader = current.connection().reader();
            return submit(commits.start(org, proposal, version, fingerprint, person, policy, reader), person);
        } catch (FairpatchException refused) {
            if (refused.problem().code() != ErrorCode.PROPOSAL_STATE) {
                throw refused;
            }
            var first = running(org, proposal, version, fingerprint).orElseThrow(() -> refused);
            return goOn(first, person);
        }
    }

    private Optional<CommitRun> running(SalesforceId org, String proposal, int version, String fingerprint) {
        return queries.latest(org, proposal)
                .filter(run -> run.state() == RunState.RUNNING
                        && run.version() == version
                        && run.fingerprint().equals(fingerprint));
    }

    /** Until when no commit begins by itself, as a sentence; empty when one may begin now. */
    public Optional<String> quiet() {
        return calendar.quiet(clock.instant())
                .map(hours -> "Quiet hours: no commit begins from " + hours.from() + " to " + hours.to() + " ("
                        + calendar.timeZone() + ") unless somebody insists.");
    }

    /** API calls that the org has left today; empty when it does not say. */
    public Optional<OrgLimit> callsLeft() {
        try {
            return Optional.ofNullable(current.connection().reader().limits().get("DailyApiRequests"));
        } catch (FairpatchException e) {
            return Optional.empty();
        }
    }

    private void requireLoud(boolean insisting) {
        Optional<String> quiet = insisting ? Optional.empty() : quiet();
        if (quiet.isPresent()) {
            throw Problem.of(ErrorCode.QUIET_HOURS, quiet.get())
                    .at("calendar.yml, quietHours")
                    .maybe("wait, or insist: on the page by its checkbox, on the command line by --insist")
                    .exception();
        }
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
