package io.fairpatch.plan.kernel.model;

import io.fairpatch.model.Progress;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Counts steps and says when to stop: after the budget's steps, after its seconds, or when a person asks. Called by the
 * one thread that leads the search.
 */
public final class Pace {
    private final Budget budget;
    private final Progress progress;
    private final LongSupplier nanoTime;
    private final long start;
    private final long paused;
    private long steps;
    private long end = Long.MAX_VALUE;

    public Pace(Budget budget, Progress progress, LongSupplier nanoTime) {
        this.budget = budget;
        this.progress = progress;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.paused = progress.pausedNanos();
    }

    /** Begins a step if the budget allows one more; a step begun is always finished. */
    public boolean begin() {
        if (over()) {
            return false;
        }
        steps++;
        return true;
    }

    /** Whether no further step may begin. */
    public boolean over() {
        return steps >= Math.min(budget.steps(), end) || seconds() >= budget.seconds() || progress.stopRequested();
    }

    /** What a stage comes to that takes so many steps at most; inside it the pace is over when they are. */
    public <T> T within(long most, Supplier<T> stage) {
        end = steps + most;
        try {
            return stage.get();
        } finally {
            end = Long.MAX_VALUE;
        }
    }

    /** Names the stage that begins, for a person who watches. */
    public void stage(String sentence) {
        progress.stage(sentence);
    }

    public long steps() {
        return steps;
    }

    public long seed() {
        return budget.seed();
    }

    /** Seconds since the start, rests left out. */
    public double seconds() {
        return (nanoTime.getAsLong() - start - (progress.pausedNanos() - paused)) / 1e9;
    }
}
