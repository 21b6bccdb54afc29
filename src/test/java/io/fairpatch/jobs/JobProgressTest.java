package io.fairpatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A person watches a search, has it rest, go on and stop. */
class JobProgressTest {
    /** A second passes with every look. */
    private static final class Ticking extends Clock {
        private final AtomicLong seconds = new AtomicLong(1_800_000_000);

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(seconds.incrementAndGet());
        }
    }

    private final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    private final JobStore store = new JobStore(jdbi, Clock.systemUTC());
    private final JobPoints points = new JobPoints(jdbi);
    private final UUID id = UUID.randomUUID();

    private JobProgress progress(JobKind kind) {
        store.insert("00D000000000001AAA", id, kind, "{}", "olga");
        store.started(id);
        return new JobProgress(store, points, new Ticking(), store.find(id).orElseThrow());
    }

    @Test
    void a_search_rests_and_goes_on_where_it_was() throws Exception {
        var progress = progress(JobKind.PLAN);
        assertThat(progress.stopRequested()).isFalse();
        store.requestPause(id, true);

        var answer = CompletableFuture.supplyAsync(progress::stopRequested);
        assertThatThrownBy(() -> answer.get(600, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        store.requestPause(id, false);

        assertThat(answer.get(60, TimeUnit.SECONDS)).isFalse();
        assertThat(progress.pausedNanos()).isPositive();
    }

    @Test
    void a_search_that_rests_can_be_stopped() throws Exception {
        var progress = progress(JobKind.COMPARE);
        store.requestPause(id, true);
        var answer = CompletableFuture.supplyAsync(progress::stopRequested);

        store.requestStop(id);

        assertThat(answer.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_holds_a_lease_does_not_rest() {
        var progress = progress(JobKind.COMMIT);
        store.requestPause(id, true);

        assertThat(progress.stopRequested()).isFalse();
        assertThat(progress.pausedNanos()).isZero();
    }

    @Test
    void how_a_search_gets_better_can_be_watched_and_begins_anew_with_the_job() {
        var progress = progress(JobKind.PLAN);
        progress.found(Double.NaN, 90);
        progress.found(100, 95);

        assertThat(points.of(id))
                .extracting(CoursePoint::cost, CoursePoint::bound)
                .containsExactly(tuple(null, 90.0), tuple(100.0, 95.0));
        new JobProgress(store, points, Clock.systemUTC(), store.find(id).orElseThrow());
        assertThat(points.of(id)).isEmpty();
    }
}
