package io.fairpatch.jobs;

import io.fairpatch.access.PersonStore;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Schedules;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts commits whose time has come, as the person who set the time; every check of a commit is made then. Several
 * replicas may try at once: the proposal's state lets one through. In quiet hours it waits for their end.
 */
@Singleton
public class ScheduledCommits {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledCommits.class);

    private final Schedules schedules;
    private final Commits commits;
    private final PersonStore people;
    private final CurrentOrg current;
    private final Jobs jobs;

    ScheduledCommits(Schedules schedules, Commits commits, PersonStore people, CurrentOrg current, Jobs jobs) {
        this.schedules = schedules;
        this.commits = commits;
        this.people = people;
        this.current = current;
        this.jobs = jobs;
    }

    @Scheduled(fixedDelay = "20s", initialDelay = "20s")
    void tick() {
        if (jobs.running()) {
            current.known().ifPresent(org -> startDue(org.id()));
        }
    }

    /** Starts what is due; returns how many started. */
    public int startDue(SalesforceId org) {
        int started = 0;
        for (Schedules.Due due : schedules.due(org)) {
            started += start(org, due) ? 1 : 0;
        }
        return started;
    }

    private boolean start(SalesforceId org, Schedules.Due due) {
        try {
            var person = people.find(org, due.person())
                    .orElseThrow(() ->
                            new IllegalStateException("The person (" + due.person() + ") who set the time is gone"));
            commits.start(org, due.proposal(), due.version(), due.fingerprint(), person, false);
            schedules.done(org, due.proposal(), null);
            return true;
        } catch (FairpatchException | IllegalStateException e) {
            if (e instanceof FairpatchException refused && refused.code() == ErrorCode.QUIET_HOURS) {
                return false;
            }
            LOG.warn("The scheduled commit of {} did not start: {}", due.proposal(), e.getMessage());
            schedules.done(org, due.proposal(), "The commit did not start at its time: " + e.getMessage());
            return false;
        }
    }
}
