package io.fairpatch.jobs;

import io.fairpatch.access.PersonStore;
import io.fairpatch.config.CalendarConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Schedules;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts commits whose time has come, as the person who set the time; every check of a commit is made then. Several
 * replicas may try at once: the proposal's state lets one through. In quiet hours it waits for their end. When nothing ran
 * at the time and a day is over since, nobody counts on it any more: a service that comes back, or a database that was
 * restored from before the commit, must not write what people meanwhile did by hand or took back.
 */
@Singleton
public class ScheduledCommits {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledCommits.class);

    private static final Duration LATEST = Duration.ofDays(1);
    private static final Duration STEP = Duration.ofMinutes(15);

    private final Schedules schedules;
    private final Commits commits;
    private final PersonStore people;
    private final CurrentOrg current;
    private final Jobs jobs;
    private final CalendarConfig calendar;
    private final Clock clock;

    ScheduledCommits(
            Schedules schedules,
            Commits commits,
            PersonStore people,
            CurrentOrg current,
            Jobs jobs,
            CalendarConfig calendar,
            Clock clock) {
        this.schedules = schedules;
        this.commits = commits;
        this.people = people;
        this.current = current;
        this.jobs = jobs;
        this.calendar = calendar;
        this.clock = clock;
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
        if (isTooLate(due.when())) {
            var note =
                    "The commit did not start at its time, and that is over a day ago: commit now, or set another time";
            LOG.warn("The scheduled commit of {}: {}", due.proposal(), note);
            schedules.done(org, due.proposal(), note);
            return false;
        }
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

    /** Quiet hours do not count: a commit may wait for their end over a weekend. */
    private boolean isTooLate(Instant when) {
        Instant now = clock.instant();
        Instant could = when;
        while (could.isBefore(now) && calendar.quiet(could).isPresent()) {
            could = could.plus(STEP);
        }
        return could.plus(LATEST).isBefore(now);
    }
}
