package io.fairpatch.jobs;

import io.fairpatch.watch.ReviewTasks;
import io.fairpatch.watch.Watch;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** Looks at the org after each scoring and once a day, and keeps the reviews of the year as tasks. */
@Singleton
public class WatchTick {
    private final Watch watch;
    private final ReviewTasks reviews;
    private final CurrentOrg current;
    private final Jobs jobs;

    WatchTick(Watch watch, ReviewTasks reviews, CurrentOrg current, Jobs jobs) {
        this.watch = watch;
        this.reviews = reviews;
        this.current = current;
        this.jobs = jobs;
    }

    @Scheduled(fixedDelay = "20s", initialDelay = "5s")
    void tick() {
        if (jobs.running()) {
            current.known()
                    .filter(org -> jobs.current(org.id().value()).isEmpty())
                    .ifPresent(org -> {
                        reviews.ensure(org.id());
                        watch.lookIfNew(org.id());
                    });
        }
    }
}
