package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;

/** When a search has to come to its end: seconds from its making, a person's rests left out. */
public final class Deadline {
    private final Progress progress;
    private final double end;

    private Deadline(Progress progress, double end) {
        this.progress = progress;
        this.end = end;
    }

    /** @param progress tells how long a person had the work rest */
    public static Deadline in(double seconds, Progress progress) {
        return new Deadline(progress, now(progress) + seconds);
    }

    private static double now(Progress progress) {
        return (System.nanoTime() - progress.pausedNanos()) / 1e9;
    }

    /** Seconds left; below 0 when it is over. */
    double left() {
        return end - now(progress);
    }

    boolean over() {
        return left() <= 0;
    }

    /** An earlier one: after a part of the time that is left. */
    Deadline part(double share) {
        return in(share * Math.max(0, left()), progress);
    }
}
