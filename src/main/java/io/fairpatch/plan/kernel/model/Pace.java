package io.fairpatch.plan.kernel.model;

import io.fairpatch.model.Progress;
import java.util.function.LongSupplier;

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
        return steps >= budget.steps() || seconds() >= budget.seconds() || progress.stopRequested();
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
