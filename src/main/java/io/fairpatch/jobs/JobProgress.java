package io.fairpatch.jobs;

import io.fairpatch.model.Progress;
import java.time.Clock;
import java.util.UUID;

/** Writes progress to the job's row, at most every {@value #EVERY_MS} ms, and learns of stop requests there. */
final class JobProgress implements Progress {
    private static final long EVERY_MS = 250;

    private final JobStore store;
    private final Clock clock;
    private final UUID id;
    private String stage = "";
    private long lastWrite;
    private volatile boolean stop;

    JobProgress(JobStore store, Clock clock, UUID id) {
        this.store = store;
        this.clock = clock;
        this.id = id;
    }

    @Override
    public synchronized void stage(String sentence) {
        stage = sentence;
        write(0, 0);
    }

    @Override
    public synchronized void at(long done, long total) {
        if (clock.millis() - lastWrite >= EVERY_MS || done == total) {
            write(done, total);
        }
    }

    @Override
    public synchronized boolean stopRequested() {
        return stop;
    }

    private void write(long done, long total) {
        lastWrite = clock.millis();
        stop = store.progress(id, stage, done, total);
    }
}
