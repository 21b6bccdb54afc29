package io.fairpatch.jobs;

import io.fairpatch.model.Progress;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Writes progress to the job's row, at most every {@value #EVERY_MS} ms, and learns there whether a person wants it stopped
 * or to rest. While it rests, whoever asks whether to stop waits for the answer.
 */
final class JobProgress implements Progress {
    private static final long EVERY_MS = 250;
    private static final double MILLIS = 1_000;

    private final JobStore store;
    private final JobPoints points;
    private final Clock clock;
    private final JobView job;
    private final long began;
    private String stage = "";
    private long done;
    private long total;
    private long lastWrite;
    private long lastPoint;
    private boolean stop;
    private volatile long pausedMillis;

    JobProgress(JobStore store, JobPoints points, Clock clock, JobView job) {
        this.store = store;
        this.points = points;
        this.clock = clock;
        this.job = job;
        this.began = clock.millis();
        points.clear(job.id());
    }

    @Override
    public synchronized void stage(String sentence) {
        stage = sentence;
        done = 0;
        total = 0;
        write();
    }

    @Override
    public synchronized void at(long soFar, long all) {
        // several threads may report, one of them behind the others
        done = all == total ? Math.max(done, soFar) : soFar;
        total = all;
        if (due() || done == total) {
            write();
        }
    }

    @Override
    public synchronized void found(double cost, double bound) {
        if (clock.millis() - lastPoint >= EVERY_MS) {
            lastPoint = clock.millis();
            double seconds = (lastPoint - began - pausedMillis) / MILLIS;
            points.add(job.id(), new CoursePoint(seconds, known(cost), known(bound)));
        }
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    @Override
    public synchronized boolean stopRequested() {
        if (!stop && job.kind().mayRest() && due()) {
            write();
            rest();
        }
        return stop;
    }

    private boolean due() {
        return clock.millis() - lastWrite >= EVERY_MS;
    }

    private void write() {
        lastWrite = clock.millis();
        stop = store.progress(job.id(), stage, done, total);
    }

    private void rest() {
        long from = clock.millis();
        while (!stop
                && store.pauseRequested(job.id())
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(EVERY_MS));
            write();
        }
        pausedMillis += clock.millis() - from;
    }

    @Override
    public long pausedNanos() {
        return TimeUnit.MILLISECONDS.toNanos(pausedMillis);
    }
}
