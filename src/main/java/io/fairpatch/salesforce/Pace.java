package io.fairpatch.salesforce;

import java.time.Duration;

/**
 * How long we wait for the org, and how often we ask again.
 *
 * @param connectTimeout until a connection stands
 * @param answerTimeout from sending a request until its answer begins
 * @param idleTimeout between two pieces of an answer's body
 * @param attempts calls in all when passing faults strike, the first included
 * @param firstDelay before the second attempt; doubled for each further one
 * @param mostDelay longest wait between two attempts
 * @param firstPoll between the first two looks at a running job; half as long again for each further one
 * @param mostPoll longest wait between two looks
 * @param jobPatience after which a job that doesn't end is aborted
 * @param pageRows most rows a page of a bulk query
 */
public record Pace(
        Duration connectTimeout,
        Duration answerTimeout,
        Duration idleTimeout,
        int attempts,
        Duration firstDelay,
        Duration mostDelay,
        Duration firstPoll,
        Duration mostPoll,
        Duration jobPatience,
        int pageRows) {
    public Pace {
        if (attempts < 1 || pageRows < 1) {
            throw new IllegalArgumentException(
                    "attempts (" + attempts + ") and pageRows (" + pageRows + ") must be 1 or more");
        }
        if (firstDelay.compareTo(mostDelay) >= 0 || firstPoll.compareTo(mostPoll) >= 0) {
            throw new IllegalArgumentException("firstDelay and firstPoll must be shorter than mostDelay and mostPoll");
        }
    }

    /** For a real org: minutes of patience with passing faults, hours with jobs. */
    public static Pace standard() {
        return new Pace(
                Duration.ofSeconds(20),
                Duration.ofSeconds(120),
                Duration.ofSeconds(60),
                6,
                Duration.ofMillis(500),
                Duration.ofSeconds(30),
                Duration.ofMillis(200),
                Duration.ofSeconds(10),
                Duration.ofHours(6),
                50_000);
    }

    /** The same pace with another page size, in rows. */
    public Pace withPageRows(int rows) {
        return new Pace(
                connectTimeout,
                answerTimeout,
                idleTimeout,
                attempts,
                firstDelay,
                mostDelay,
                firstPoll,
                mostPoll,
                jobPatience,
                rows);
    }

    /** A duration in a person's words: "60 s", "0.5 s". */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis / 1000.0 + " s";
    }
}
