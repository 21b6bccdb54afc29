package io.fairpatch.jobs;

import io.fairpatch.review.Contests;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Lets the deadlines of contested accounts take effect by themselves. */
@Singleton
public class ContestDeadlines {
    private final Contests contests;
    private final CurrentOrg current;
    private final Jobs jobs;

    ContestDeadlines(Contests contests, CurrentOrg current, Jobs jobs) {
        this.contests = contests;
        this.current = current;
        this.jobs = jobs;
    }

    @Scheduled(fixedDelay = "20s", initialDelay = "20s")
    void tick() {
        if (jobs.running()) {
            current.known().ifPresent(org -> contests.expireAll(org.id()));
        }
    }
}
