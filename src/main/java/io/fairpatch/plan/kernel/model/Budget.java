package io.fairpatch.plan.kernel.model;

/**
 * How long the optimiser may work. Steps are the deterministic measure: the same problem, seed and steps give the same
 * answer on any number of threads. Seconds only decide after which step to stop.
 *
 * @param seconds wall time after which no further step begins
 * @param steps most steps taken
 * @param seed of every random choice
 * @param threads worker threads, 1 or more
 */
public record Budget(double seconds, long steps, long seed, int threads) {
    /** Checks the ranges. */
    public Budget {
        if (!(seconds >= 0) || steps < 0 || threads < 1) {
            throw new IllegalArgumentException("seconds and steps must be 0 or more and threads 1 or more");
        }
    }

    /** Works until the time is over. */
    public static Budget ofSeconds(double seconds, long seed, int threads) {
        return new Budget(seconds, Long.MAX_VALUE, seed, threads);
    }

    /** Works for exactly these steps, however long they take. */
    public static Budget ofSteps(long steps, long seed, int threads) {
        return new Budget(Double.POSITIVE_INFINITY, steps, seed, threads);
    }
}
